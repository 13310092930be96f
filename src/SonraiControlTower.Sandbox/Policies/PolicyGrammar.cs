namespace SonraiControlTower.Sandbox;

/// <summary>What AWS refuses in a policy when it is written, in AWS's words.</summary>
internal static class PolicyGrammar
{
    public static void DemandTrustPolicy(PolicyDocument document)
    {
        foreach (var statement in PolicyText.Of(document).Statements)
        {
            if (statement.Principals is null)
            {
                throw Malformed("Missing required field Principal");
            }

            if (statement.Resources is not null)
            {
                throw Malformed("Has prohibited field Resource");
            }

            if (statement.Actions.Any(action => !action.StartsWith("sts:", StringComparison.OrdinalIgnoreCase)))
            {
                throw Malformed("AssumeRole policy may only specify STS AssumeRole actions.");
            }
        }
    }

    public static void DemandIdentityPolicy(PolicyDocument document)
    {
        foreach (var statement in PolicyText.Of(document).Statements)
        {
            if (statement.Principals is not null)
            {
                throw Malformed("Policy document should not specify a principal.");
            }

            if (statement.Resources is null)
            {
                throw Malformed("Policy statement must contain resources.");
            }

            if (statement.Actions.Any(action => action != "*" && !action.Contains(':', StringComparison.Ordinal)))
            {
                throw Malformed("Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.");
            }
        }
    }

    /// <summary>How many signs count against a quota: white space does not.</summary>
    public static int SizeOf(PolicyDocument document) => document.Json.Count(sign => !char.IsWhiteSpace(sign));

    private static AwsFault Malformed(string words) => new("MalformedPolicyDocument", words);
}
