namespace SonraiControlTower.Engine;

/// <summary>
/// ARNs, compared part by part: a wildcard in one of the first five does not reach over its colon. <c>ArnEquals</c> and <c>ArnLike</c> do the same
/// (<see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN">ARN operators</see>).
/// </summary>
internal sealed class ArnLike(string name) : ConditionOperator
{
    private const int Parts = 6;

    public override string Name => name;

    public override bool HasWildcards => true;

    public override bool HasVariables => true;

    public override Predicate<string> Matching(string value)
    {
        // A lone star is written for any ARN.
        if (Glob.FromMarked(value).IsAll)
        {
            return found => found.AsSpan().Count(':') >= Parts - 1;
        }

        var wanted = value.Split(':', Parts);
        if (wanted.Length < Parts)
        {
            return _ => false;
        }

        var globs = Array.ConvertAll(wanted, Glob.FromMarked);
        return found => Matches(globs, found);
    }

    private static bool Matches(Glob[] globs, ReadOnlySpan<char> arn)
    {
        foreach (var glob in globs.AsSpan(0, Parts - 1))
        {
            var colon = arn.IndexOf(':');
            if (colon < 0 || !glob.Matches(arn[..colon]))
            {
                return false;
            }

            arn = arn[(colon + 1)..];
        }

        return globs[^1].Matches(arn);
    }
}
