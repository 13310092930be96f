using System.Text;
using CsCheck;

namespace SonraiControlTower.Engine.Tests.Policies;

public sealed class PolicyMutationTests
{
    private static readonly byte[] _policy = Encoding.UTF8.GetBytes("""
        {"Version":"2012-10-17","Id":"x","Statement":[{"Sid":"One","Effect":"Allow","Principal":{"AWS":["*","111122223333"],"Service":"a.amazonaws.com"},
        "Action":["s3:Get*","iam:PassRole"],"NotResource":"arn:aws:s3:::${aws:username, 'none'}/\u00e9*","Condition":{"ForAnyValue:StringLikeIfExists":{"aws:TagKeys":
        ["a*",true,1.5e3]},"Null":{"aws:SourceIp":"true"}}},{"Effect":"Deny","NotAction":"*","Resource":[]}]}
        """);

    [Fact]
    public void Any_bytes_are_a_policy_or_a_format_exception() => Gen.Select(
        Gen.Int[0, 3], Gen.Select(Gen.Int[0, _policy.Length - 1], Gen.Byte).Array[1, 6]).Sample(
        (kind, changes) => ReadOrRefuse(Changed(kind, changes)), iter: 20_000);

    [Fact]
    public void A_policy_that_breaks_off_anywhere_is_refused()
    {
        for (var length = 0; length < _policy.Length; length++)
        {
            var part = _policy[..length];
            Should.Throw<FormatException>(() => Policy.Parse(part));
        }
    }

    private static byte[] Changed(int kind, (int At, byte Value)[] changes)
    {
        var bytes = _policy.ToList();
        foreach (var (at, value) in changes)
        {
            var place = Math.Min(at, bytes.Count - 1);
            switch (kind)
            {
                case 0:
                    bytes[place] = value;
                    break;
                case 1:
                    bytes.Insert(place, value);
                    break;
                case 2:
                    bytes.RemoveAt(place);
                    break;
                default:
                    bytes.InsertRange(place, bytes.GetRange(place, Math.Min(value, bytes.Count - place)));
                    break;
            }
        }

        return [.. bytes];
    }

    private static void ReadOrRefuse(byte[] bytes)
    {
        try
        {
            // What is read can be evaluated, too.
            var policy = Policy.Parse(bytes);
            foreach (var statement in policy.Compiled)
            {
                statement.Applies(Evaluation.Requests.Of("arn:aws:iam::111122223333:user/Ana", "s3:GetObject", "arn:aws:s3:::a/b"));
            }
        }
        catch (FormatException refused)
        {
            refused.Message.ShouldEndWith(".");
        }
    }
}
