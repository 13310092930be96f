namespace SonraiControlTower.Sandbox.Tests.Sts;

public sealed class SandboxStsTests
{
    private readonly Cloud _cloud = new();

    [Fact]
    public async Task Without_keys_the_caller_is_the_administrator_of_the_management_account()
    {
        var identity = await _cloud.Sts().GetCallerIdentityAsync(default);

        identity.Account.ShouldBe(Zones.Management);
        identity.Arn.ShouldBe($"arn:aws:iam::{Zones.Management}:user/administrator");
    }

    [Fact]
    public async Task The_profile_collector_is_the_collectors_own_role()
    {
        var identity = await _cloud.Collector.GetCallerIdentityAsync(default);

        identity.Arn.ShouldBe($"arn:aws:sts::{Zones.Audit}:assumed-role/sonrai-collector/collector");
    }

    [Fact]
    public async Task The_collectors_account_can_be_had_from_the_management_account_as_at_AWS()
    {
        await _cloud.MakeSetAsync();
        await _cloud.DeployAsync(Cloud.Tracking);
        _cloud.Clock.Advance(TimeSpan.FromMinutes(1));

        var answer = await _cloud.AssumeAsync(Cloud.Tracking, sts: _cloud.Sts(await _cloud.EnterAsync(Zones.Audit)));

        answer.ShouldBeOfType<AssumedRole>().SessionArn.ShouldBe($"arn:aws:sts::{Cloud.Tracking}:assumed-role/sonrai-collector-role/test");
    }

    [Fact]
    public async Task The_administrator_itself_is_not_trusted_by_the_collectors_role()
    {
        await _cloud.MakeSetAsync();
        await _cloud.DeployAsync(Cloud.Tracking);
        _cloud.Clock.Advance(TimeSpan.FromMinutes(1));

        (await _cloud.AssumeAsync(Cloud.Tracking, sts: _cloud.Sts())).ShouldBeOfType<AssumeRoleDenied>();
    }

    [Fact]
    public async Task Keys_end_with_their_hour()
    {
        var keys = await _cloud.EnterAsync(Cloud.Tracking);

        _cloud.Clock.Advance(TimeSpan.FromHours(1));
        var refusal = await Should.ThrowAsync<SonraiException>(() => _cloud.Sts(keys).GetCallerIdentityAsync(default));

        refusal.Problem.Id.ShouldBe("CredentialsUnusable");
    }

    [Fact]
    public async Task A_role_in_a_closed_account_is_not_given()
    {
        _cloud.Zone.CloseAccount(Cloud.Tracking);

        (await _cloud.AssumeAsync(Cloud.Tracking, "AWSControlTowerExecution", null, _cloud.Sts())).ShouldBeOfType<AssumeRoleDenied>();
    }

    [Fact]
    public async Task A_region_that_the_account_has_switched_off_is_named()
    {
        _cloud.Zone.DisableStsRegion(Cloud.Tracking, "ap-east-1");

        var refusal = await Should.ThrowAsync<SonraiException>(() => _cloud.AssumeAsync(Cloud.Tracking, sts: _cloud.Sts(region: "ap-east-1")));

        refusal.Problem.Id.ShouldBe("StsRegionDisabled");
        refusal.Message.ShouldContain($"STS is not activated in this region for account:{Cloud.Tracking}");
        _cloud.Zone.IsStsRegionEnabled(Cloud.Tracking, "eu-west-1").ShouldBeTrue();
    }

    [Fact]
    public async Task A_chained_session_lasts_an_hour_at_most()
    {
        var keys = await _cloud.EnterAsync(Zones.Audit);
        _cloud.Zone.CreateRole(Cloud.Tracking, new NewRole
        {
            Name = "open",
            TrustPolicy = new PolicyDocument("""{"Statement":[{"Effect":"Allow","Principal":"*","Action":"sts:AssumeRole"}]}"""),
        });
        var request = new AssumeRoleRequest
        {
            Role = new RoleArn("aws", Cloud.Tracking, "open"),
            SessionName = "test",
            Duration = TimeSpan.FromHours(2),
        };

        var refusal = await Should.ThrowAsync<SonraiException>(() => _cloud.Sts(keys).AssumeRoleAsync(request, default));

        refusal.Message.ShouldContain("role chaining");
    }

    [Fact]
    public async Task A_session_policy_narrows_what_the_session_may()
    {
        var answer = await _cloud.Sts().AssumeRoleAsync(
            new AssumeRoleRequest
            {
                Role = new RoleArn("aws", Cloud.Tracking, "AWSControlTowerExecution"),
                SessionName = "test",
                SessionPolicy = new PolicyDocument("""{"Statement":[{"Effect":"Allow","Action":"iam:List*","Resource":"*"}]}"""),
            },
            default);

        var refusal = await Should.ThrowAsync<SonraiException>(
            () => _cloud.Iam(((AssumedRole)answer).Keys).Roles.GetAsync("AWSControlTowerExecution", default));

        refusal.Message.ShouldContain("because no session policy allows the iam:GetRole action");
    }

    [Fact]
    public async Task The_use_of_a_role_is_recorded()
    {
        var keys = await _cloud.EnterAsync(Cloud.Tracking);

        var role = await _cloud.Iam(keys).Roles.GetAsync("AWSControlTowerExecution", default);

        role!.LastUsedAt.ShouldBe(_cloud.Clock.GetUtcNow());
        role.LastUsedRegion.ShouldBe("eu-west-1");
    }
}
