using Microsoft.Extensions.Time.Testing;
using SonraiControlTower.Core.Tests.Ports;

namespace SonraiControlTower.Core.Tests.Onboarding;

public sealed class RegistrationPlanTests
{
    private static readonly SonraiCollector _collector = new("blue", "srn:acme::PlatformAccount/blue", "aws");

    [Theory]
    [InlineData("arn:aws-us-gov:organizations::111122223333:account/o-exampleorgid/444455556666", "aws-us-gov")]
    [InlineData(null, "aws-cn")]
    public async Task Roles_are_named_in_the_accounts_own_partition(string? arn, string partition)
    {
        var dig = new FakeDig(_collector);
        var account = new OrgAccount { AccountId = "444455556666", Name = "Member", Status = OrgAccount.Active, Arn = arn };
        var plan = new RegistrationPlan(_collector, "reader", "mender", "aws-cn");

        await new AccountRegistrar(dig, plan, new FakeTimeProvider(Onboard.Now)).RegisterAsync([account], default);

        dig.CloudAccounts.Requests.ShouldHaveSingleItem().ShouldBe(new RegistrationRequest(
            AccountId.Parse("444455556666"),
            $"arn:{partition}:iam::444455556666:role/reader",
            $"arn:{partition}:iam::444455556666:role/mender",
            Onboard.Now));
    }

    [Fact]
    public async Task Without_a_bot_role_none_is_registered()
    {
        var dig = new FakeDig(_collector);
        var account = new OrgAccount { AccountId = "444455556666", Name = "Member", Status = OrgAccount.Active };

        await new AccountRegistrar(dig, new RegistrationPlan(_collector, "reader", BotRoleName: null), TimeProvider.System)
            .RegisterAsync([account], default);

        dig.CloudAccounts.Requests.Single().BotRoleArn.ShouldBeNull();
    }
}
