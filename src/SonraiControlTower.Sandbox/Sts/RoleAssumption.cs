namespace SonraiControlTower.Sandbox;

/// <summary>
/// Whether somebody gets a role: the caller's own account must allow it, the role must trust the caller, and no policy of the organization may
/// stand between them
/// (<see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html">cross-account policy
/// evaluation logic</see>).
/// </summary>
internal sealed class RoleAssumption(LandingZone zone)
{
    public const string Action = "sts:AssumeRole";

    /// <summary>The role; or why not, in AWS's words.</summary>
    public (RoleState? Role, string? Denial) Try(Caller caller, RoleArn arn, string? externalId, string? sessionName)
    {
        var request = zone.Authorizer.Ask(
            caller,
            Action,
            arn.ToString(),
            ("sts:ExternalId", externalId),
            ("sts:RoleSessionName", sessionName),
            ("aws:SourceAccount", caller.Service is null ? null : caller.Account.ToString()),
            ("aws:ResourceAccount", arn.Account.ToString()),
            ("aws:ResourceOrgID", zone.Has(arn.Account) ? zone.Organization.Id : null));

        // Where the role does not exist, or STS does not know it yet, AWS answers as if it did not trust the caller.
        var role = zone.CanBeUsed(arn.Account) ? zone.Iam.Of(arn.Account).Role(arn.Name) : null;
        var trust = role?.Arn == arn.ToString() ? role.TrustAt(zone.Agenda.Now) : null;
        var denial = trust is null
            ? DenialWords.Bare(request)
            : ControlDenial(request, arn.Account) ?? TrustDenial(request, PolicyText.Of(trust), caller.Account == arn.Account);
        zone.Journal.Note(caller, Action, denial is null);
        return (trust is null ? null : role, denial);
    }

    // Resource control policies bind whoever comes, but not the management account's resources:
    // https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html
    private string? ControlDenial(AccessRequest request, AccountId account) => zone.ResourceControl(request, account) switch
    {
        Verdict.Denied => DenialWords.Explicit(request, DenialWords.ResourceControlPolicy),
        Verdict.Silent => DenialWords.Implicit(request, DenialWords.ResourceControlPolicy),
        _ => null,
    };

    private string? TrustDenial(AccessRequest request, PolicyText trust, bool sameAccount)
    {
        var verdict = trust.Judge(request);
        if (verdict != Verdict.Allowed)
        {
            return sameAccount ? DenialWords.Trust(request, verdict == Verdict.Denied) : DenialWords.Bare(request);
        }

        if (request.Caller.Service is not null)
        {
            return null;
        }

        var denial = zone.Authorizer.Denial(request);
        var isNamed = sameAccount && trust.Statements.Any(one => one.Allows && one.IsAbout(request) && one.Principals!.Name(request.Caller));

        // Within one account a role that trusts the caller by name needs no policy of the caller's that allows it; a denial counts all the same.
        return isNamed && denial is { IsExplicit: false, Kind: DenialWords.IdentityPolicy } ? null : denial?.Words;
    }
}
