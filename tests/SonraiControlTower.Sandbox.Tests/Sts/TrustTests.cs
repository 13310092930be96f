using SonraiControlTower.Sandbox.Tests.CloudFormation;

namespace SonraiControlTower.Sandbox.Tests.Sts;

public sealed class TrustTests
{
    private readonly Cloud _cloud = new();

    [Theory]
    [InlineData(Collectors.ExternalId, true)]
    [InlineData("wrong", false)]
    [InlineData(null, false)]
    public async Task The_modules_role_asks_for_the_external_id(string? externalId, bool assumed)
    {
        await _cloud.MakeSetAsync();
        await _cloud.DeployAsync(Cloud.Tracking);
        _cloud.Clock.Advance(TimeSpan.FromMinutes(1));

        var answer = await _cloud.AssumeAsync(Cloud.Tracking, externalId: externalId);

        (answer is AssumedRole).ShouldBe(assumed);
    }

    [Fact]
    public async Task A_refusal_across_accounts_is_said_in_AWSs_words_and_gives_nothing_away()
    {
        var answer = await _cloud.AssumeAsync(Cloud.Tracking, "no-such-role");

        var denial = answer.ShouldBeOfType<AssumeRoleDenied>().Denial;
        denial.Message.ShouldBe(
            $"User: arn:aws:sts::{Zones.Audit}:assumed-role/sonrai-collector/collector is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::{Cloud.Tracking}:role/no-such-role");
        denial.Policy.ShouldBeNull();
    }

    [Theory]
    [InlineData("""{"AWS":"arn:aws:iam::222233334444:root"}""", true)]
    [InlineData("""{"AWS":"222233334444"}""", true)]
    [InlineData("""{"AWS":["333344445555","222233334444"]}""", true)]
    [InlineData("""{"AWS":"arn:aws:iam::222233334444:role/sonrai-collector"}""", true)]
    [InlineData("""{"AWS":"arn:aws:sts::222233334444:assumed-role/sonrai-collector/collector"}""", true)]
    [InlineData("\"*\"", true)]
    [InlineData("""{"AWS":"*"}""", true)]
    [InlineData("""{"AWS":"arn:aws:iam::333344445555:root"}""", false)]
    [InlineData("""{"AWS":"arn:aws:iam::222233334444:role/another"}""", false)]
    [InlineData("""{"Service":"ec2.amazonaws.com"}""", false)]
    public async Task The_principal_decides_who_may(string principal, bool assumed)
    {
        Trusting($$"""{"Statement":[{"Effect":"Allow","Principal":{{principal}},"Action":"sts:AssumeRole"}]}""");

        var answer = await _cloud.AssumeAsync(Cloud.Tracking, "mine");

        (answer is AssumedRole).ShouldBe(assumed);
    }

    [Theory]
    [InlineData("sts:*", true)]
    [InlineData("sts:AssumeRoleWithSAML", false)]
    public async Task The_action_must_be_the_one(string action, bool assumed)
    {
        Trusting($$"""{"Statement":[{"Effect":"Allow","Principal":"*","Action":"{{action}}"}]}""");

        var answer = await _cloud.AssumeAsync(Cloud.Tracking, "mine");

        (answer is AssumedRole).ShouldBe(assumed);
    }

    [Fact]
    public async Task A_deny_counts_more_than_any_allow()
    {
        Trusting(
            """
            {"Statement":[
              {"Effect":"Allow","Principal":"*","Action":"sts:AssumeRole"},
              {"Effect":"Deny","Principal":"*","Action":"sts:AssumeRole","Condition":{"StringNotEquals":{"sts:ExternalId":["right","also-right"]}}}]}
            """);

        (await _cloud.AssumeAsync(Cloud.Tracking, "mine", "also-right")).ShouldBeOfType<AssumedRole>();
        (await _cloud.AssumeAsync(Cloud.Tracking, "mine", "wrong")).ShouldBeOfType<AssumeRoleDenied>();
        (await _cloud.AssumeAsync(Cloud.Tracking, "mine", null)).ShouldBeOfType<AssumeRoleDenied>();
    }

    [Fact]
    public async Task A_changed_trust_policy_takes_effect_after_a_while_and_until_then_the_old_one_counts()
    {
        await _cloud.MakeSetAsync();
        await _cloud.DeployAsync(Cloud.Tracking);
        _cloud.Clock.Advance(TimeSpan.FromMinutes(1));
        var iam = _cloud.Iam(await _cloud.EnterAsync(Cloud.Tracking));

        await iam.Roles.UpdateTrustPolicyAsync(
            Cloud.Set, new PolicyDocument("""{"Statement":[{"Effect":"Allow","Principal":{"AWS":"333344445555"},"Action":"sts:AssumeRole"}]}"""), default);
        var soon = await _cloud.AssumeAsync(Cloud.Tracking);
        _cloud.Clock.Advance(_cloud.Zone.IamDelay);
        var later = await _cloud.AssumeAsync(Cloud.Tracking);

        soon.ShouldBeOfType<AssumedRole>();
        later.ShouldBeOfType<AssumeRoleDenied>();
    }

    [Fact]
    public async Task Within_an_account_AWS_names_the_trust_policy()
    {
        Trusting("""{"Statement":[{"Effect":"Deny","Principal":"*","Action":"sts:AssumeRole"}]}""", Zones.Audit);

        var answer = await _cloud.AssumeAsync(Zones.Audit, "mine");

        var denial = answer.ShouldBeOfType<AssumeRoleDenied>().Denial;
        denial.Message.ShouldEndWith("is not authorized to perform: sts:AssumeRole with an explicit deny in the role trust policy");
        denial.Policy.ShouldBe(DenyingPolicy.ResourcePolicy);
        denial.IsExplicit.ShouldBeTrue();
    }

    private void Trusting(string trust, AccountId? account = null) =>
        _cloud.Zone.CreateRole(account ?? Cloud.Tracking, new NewRole { Name = "mine", TrustPolicy = new PolicyDocument(trust) });
}
