namespace SonraiControlTower.Sandbox;

/// <summary>STS of one region. Trust policies are evaluated, with the policies of caller and organization.</summary>
internal sealed class SandboxSts(LandingZone zone, ServiceDesk desk, string region) : ISts
{
    private static readonly TimeSpan _usualDuration = TimeSpan.FromHours(1);
    private static readonly TimeSpan _shortestDuration = TimeSpan.FromMinutes(15);

    public Task<AssumeRoleAnswer> AssumeRoleAsync(AssumeRoleRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return desk.AskAsync("AssumeRole", caller => Assume(caller, request), cancellationToken);
    }

    public Task<CallerIdentity> GetCallerIdentityAsync(CancellationToken cancellationToken) =>
        desk.AskAsync("GetCallerIdentity", caller => new CallerIdentity(caller.Account, caller.Arn, caller.UserId), cancellationToken);

    private AssumeRoleAnswer Assume(Caller caller, AssumeRoleRequest request)
    {
        // It is the account which is to give keys that must have the region switched on:
        // https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html#API_AssumeRole_Errors
        if (!zone.IsStsRegionEnabled(request.Role.Account, region))
        {
            throw new AwsFault(
                "RegionDisabledException",
                $"STS is not activated in this region for account:{request.Role.Account}. Your account administrator can activate STS in this region using the IAM Console.");
        }

        if (request.SessionPolicy is { } policy)
        {
            PolicyGrammar.DemandIdentityPolicy(policy);
        }

        var (role, denial) = zone.Assumption.Try(caller, request.Role, request.ExternalId?.Reveal(), request.SessionName);
        if (role is null || denial is not null)
        {
            return new AssumeRoleDenied(AccessDenial.Parse(denial!));
        }

        var duration = request.Duration ?? _usualDuration;
        DemandDuration(caller, role, duration);
        role.Use(zone.Agenda.Now, region);
        var session = Caller.SessionOf(request.Role.Account, role, request.SessionName, request.Role.Partition) with
        {
            SessionPolicy = request.SessionPolicy,
        };
        return new AssumedRole(zone.Sessions.Open(session, duration), zone.Agenda.Now + duration, session.Arn);
    }

    private static void DemandDuration(Caller caller, RoleState role, TimeSpan duration)
    {
        if (duration < _shortestDuration)
        {
            throw AwsFault.Validation("1 validation error detected: Value at 'durationSeconds' failed to satisfy constraint: Member must have value greater than or equal to 900");
        }

        if (caller.IsRoleSession && duration > _usualDuration)
        {
            throw AwsFault.Validation("The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.");
        }

        if (duration > role.MaxSession)
        {
            throw AwsFault.Validation("The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
        }
    }
}
