namespace SonraiControlTower.Sandbox;

/// <summary>Something that has a policy of its own, such as a bucket.</summary>
/// <param name="Arn">Its ARN.</param>
/// <param name="Owner">The account that has it.</param>
/// <param name="Policy">Its policy; null for none.</param>
/// <param name="IsKey">True for a key of KMS: there nobody may do anything that the key's policy does not allow or leave to IAM.</param>
internal sealed record Guarded(string Arn, AccountId Owner, PolicyDocument? Policy, bool IsKey = false);

/// <summary>
/// Whether a caller may do something to what has a policy of its own
/// (<see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">policy evaluation logic</see>,
/// <see href="https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html">key policies</see>).
/// </summary>
internal sealed class ResourceAccess(LandingZone zone)
{
    private const string Kind = "resource-based policy";

    /// <exception cref="AwsFault">AccessDenied, in AWS's words.</exception>
    public void Demand(Caller caller, string action, Guarded guarded, params IEnumerable<(string Key, string? Value)> context)
    {
        if (Denial(caller, action, guarded, context) is { } words)
        {
            throw AwsFault.Denied(words);
        }
    }

    /// <summary>Why not, in AWS's words; null if it may.</summary>
    public string? Denial(Caller caller, string action, Guarded guarded, params IEnumerable<(string Key, string? Value)> context)
    {
        var request = zone.Authorizer.Ask(
            caller,
            action,
            guarded.Arn,
            [
                ("aws:ResourceAccount", guarded.Owner.ToString()),
                ("aws:ResourceOrgID", zone.Has(guarded.Owner) ? zone.Organization.Id : null),
                .. context,
            ]);
        var denial = Judge(request, guarded);
        zone.Journal.Note(caller, action, denial is null);
        return denial;
    }

    private string? Judge(AccessRequest request, Guarded guarded)
    {
        var policy = guarded.Policy is { } document ? PolicyText.Of(document) : null;
        var own = policy?.Judge(request) ?? Verdict.Silent;
        if (own == Verdict.Denied)
        {
            return DenialWords.Explicit(request, Kind);
        }

        if (request.Caller.Service is not null)
        {
            return own == Verdict.Allowed ? null : DenialWords.Implicit(request, Kind);
        }

        if (zone.ResourceControl(request, guarded.Owner) != Verdict.Allowed)
        {
            return DenialWords.Explicit(request, DenialWords.ResourceControlPolicy);
        }

        var denial = zone.Authorizer.Denial(request);
        if (denial is not (null or { IsExplicit: false, Kind: DenialWords.IdentityPolicy }))
        {
            return denial.Words;
        }

        var isAllowed = (guarded.IsKey, request.Caller.Account == guarded.Owner) switch
        {
            // Within the account a policy that names the caller suffices; one that names the account leaves it to the caller's own policies.
            (true, true) => own == Verdict.Allowed && (denial is null || Names(policy!, request)),
            (false, true) => denial is null || (own == Verdict.Allowed && Names(policy!, request)),
            (_, false) => own == Verdict.Allowed && denial is null,
        };
        return isAllowed ? null : denial?.Words ?? DenialWords.Implicit(request, Kind);
    }

    private static bool Names(PolicyText policy, AccessRequest request) => policy.Statements.Any(
        one => one.Allows && one.IsAbout(request) && (one.Principals!.Aws.Contains("*") || one.Principals.Name(request.Caller)));
}
