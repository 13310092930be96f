namespace SonraiControlTower;

/// <summary>
/// ARNs of IAM: <c>arn:PARTITION:iam::ACCOUNT:KIND/PATH/NAME</c>
/// (<see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html">IAM identifiers</see>).
/// </summary>
internal static class IamArn
{
    private const int Parts = 6;

    public static string NameOf(string arn) => arn[(arn.LastIndexOf('/') + 1)..];

    /// <summary><c>/</c>, or <c>/…/</c>.</summary>
    public static string PathOf(string arn) => arn[arn.IndexOf('/')..(arn.LastIndexOf('/') + 1)];

    public static string PartitionOf(string arn) => arn.Split(':', Parts)[1];

    public static AccountId AccountOf(string arn) => AccountId.Parse(arn.Split(':', Parts)[4]);

    /// <summary>Whether a policy is one of AWS's own.</summary>
    public static bool IsOfAws(string policyArn) => policyArn.Split(':', Parts) is [_, _, "iam", _, "aws", _];

    /// <summary>The kind and the name, such as <c>role/AllSafeProdRole</c>.</summary>
    public static string Short(string arn) => $"{arn.Split(':', Parts)[^1].Split('/')[0]} {NameOf(arn)}";

    /// <exception cref="SonraiException"><c>NotAnIdentity</c>.</exception>
    public static IamIdentity IdentityOf(string arn) => arn.Split(':', Parts) is ["arn", _, "iam", _, _, var resource]
        ? resource.Split('/')[0] switch
        {
            "role" => IamIdentity.Role(NameOf(arn)),
            "user" => IamIdentity.User(NameOf(arn)),
            "group" => IamIdentity.Group(NameOf(arn)),
            _ => throw new SonraiException(RemediationProblems.NotAnIdentity(arn)),
        }
        : throw new SonraiException(RemediationProblems.NotAnIdentity(arn));

    public static string Policy(string partition, AccountId account, string path, string name) => $"arn:{partition}:iam::{account}:policy{path}{name}";
}
