namespace SonraiControlTower.Sandbox;

/// <summary>What AWS refuses in the policy of a resource when it is written.</summary>
internal static class ResourcePolicies
{
    /// <param name="zone">The landing zone.</param>
    /// <param name="document">The policy.</param>
    /// <param name="code">The service's own code for a policy that it does not take.</param>
    /// <exception cref="AwsFault">Of that code.</exception>
    public static void Demand(LandingZone zone, PolicyDocument document, string code)
    {
        try
        {
            foreach (var statement in PolicyText.Of(document).Statements)
            {
                if (statement.Principals is null || statement.Resources is null)
                {
                    throw new AwsFault(code, $"Missing required field {(statement.Principals is null ? "Principal" : "Resource")}");
                }
            }
        }
        catch (AwsFault fault) when (fault.Code != code)
        {
            throw new AwsFault(code, fault.Message);
        }

        if (MissingPrincipal(zone, document) is { } arn)
        {
            throw new AwsFault(code, $"Invalid principal in policy: \"AWS\":\"{arn}\"");
        }
    }

    /// <summary>
    /// A role that is named and not there (<see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_policies.html">troubleshoot
    /// policies</see>). What accounts outside the organization have is not known here and passes.
    /// </summary>
    public static string? MissingPrincipal(LandingZone zone, PolicyDocument document) => PolicyText.Of(document).Statements
        .SelectMany(statement => statement.Principals?.Aws ?? [])
        .FirstOrDefault(arn => arn.Contains(":role/", StringComparison.Ordinal)
            && RoleArn.Parse(arn) is var role
            && zone.Has(role.Account)
            && zone.Iam.Of(role.Account).Role(role.Name) is null);
}
