namespace SonraiControlTower.Core.Tests.Ports;

/// <summary>STS as one account sees it: trust policies are held to.</summary>
internal sealed class FakeSts(FakeAws aws, AccountId caller) : ISts
{
    public Task<AssumeRoleAnswer> AssumeRoleAsync(AssumeRoleRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(aws.Pass("AssumeRole", () => Answer(request)));

    public Task<CallerIdentity> GetCallerIdentityAsync(CancellationToken cancellationToken) => Task.FromResult(aws.Pass(
        "GetCallerIdentity", () => new CallerIdentity(caller, $"arn:{aws.Partition}:sts::{caller}:assumed-role/Admin/test", "AROA:test")));

    private AssumeRoleAnswer Answer(AssumeRoleRequest request)
    {
        var role = request.Role;
        if (aws.StsProblemOf(role) is { } problem)
        {
            throw new SonraiException(problem);
        }

        var denied = $"User: arn:aws:sts::{caller}:assumed-role/Admin/test is not authorized to perform: sts:AssumeRole on resource: {role}";
        var words = aws.DenialOf(role) ?? (IsGiven(request) ? null : denied);
        return words is null
            ? new AssumedRole(
                new AwsKeys(role.Account.ToString(), "secret", "token"),
                aws.Clock.GetUtcNow().AddHours(1),
                $"arn:{role.Partition}:sts::{role.Account}:assumed-role/{role.Name}/{request.SessionName}")
            : new AssumeRoleDenied(AccessDenial.Parse(words));
    }

    private bool IsGiven(AssumeRoleRequest request) =>
        request.Role.Name == FakeAws.ExecutionRole
            ? caller == FakeAws.Management && request.Role.Account != FakeAws.Management && !aws.Shut.Contains(request.Role.Account)
            : aws.Roles.TryGetValue((request.Role.Account, request.Role.Name), out var role)
                && role.Trusted == caller
                && role.Path == request.Role.Path
                && role.KnownFrom <= aws.Clock.GetUtcNow()
                && (role.ExternalId is null || role.ExternalId == request.ExternalId?.Reveal());
}
