using SonraiControlTower.Core.Tests.Ports;
using static SonraiControlTower.Core.Tests.Onboarding.Onboard;

namespace SonraiControlTower.Core.Tests.Onboarding;

public sealed class AccountRoleChangeTests
{
    private const string Organizations = "arn:aws-cn:organizations::111122223333:account/o-exampleorgid/000000000001";

    [Theory]
    [InlineData(Organizations, "arn:aws-us-gov:iam::000000000001:role/old", null, "aws-cn")]
    [InlineData(null, "arn:aws-us-gov:iam::000000000001:role/old", null, "aws-us-gov")]
    [InlineData(null, null, "arn:aws-iso:iam::000000000001:role/old", "aws-iso")]
    [InlineData(null, "a role of sorts", null, "aws-eusc")]
    [InlineData("not an ARN", null, null, "aws-eusc")]
    public async Task Roles_are_named_in_the_accounts_own_partition(string? arn, string? role, string? botRole, string partition)
    {
        var dig = new FakeDig(FakeDig.Blue);
        dig.CloudAccounts.Registered.Add(new SonraiAccount
        {
            AccountId = First.ToString(),
            Collector = FakeDig.Blue.Name,
            Srn = "srn:acme::PlatformCloudAccount/1",
            RoleArn = role,
            BotRoleArn = botRole,
            RegisteredBy = RegistrationRequest.RegisteredBy,
        });

        var (updates, _) = await new AccountUpdater(dig, AccountRoleChange.Of("reader", "mender", removesBotRole: false, "aws-eusc"), force: false)
            .ConsiderAsync([(First, arn)], default);

        var update = updates.ShouldHaveSingleItem();
        update.RoleArn.ShouldBe($"arn:{partition}:iam::000000000001:role/reader");
        update.BotRoleArn.ShouldBe($"arn:{partition}:iam::000000000001:role/mender");
    }

    [Theory]
    [InlineData("r", null, false, "Have it read through the role r")]
    [InlineData(null, "b", false, "Have it mended through the role b")]
    [InlineData("r", "b", false, "Have it read through the role r, and mended through the role b")]
    [InlineData("r", null, true, "Have it read through the role r, and mended through no role")]
    public void It_says_what_is_done(string? role, string? botRole, bool removes, string expected)
    {
        AccountRoleChange.Of(role, botRole, removes).Action.ShouldBe(expected);
    }

    [Fact]
    public void Nothing_to_change_is_refused()
    {
        Should.Throw<SonraiException>(() => AccountRoleChange.Of(null, null, removesBotRole: false)).Problem.Id.ShouldBe("NoRoleGiven");
    }

    [Fact]
    public void A_bot_role_that_is_given_and_removed_is_refused()
    {
        var problem = Should.Throw<SonraiException>(() => AccountRoleChange.Of("r", "b", removesBotRole: true)).Problem;

        problem.Id.ShouldBe("BotRoleContradicted");
        problem.Message.ShouldContain("'b'");
    }
}
