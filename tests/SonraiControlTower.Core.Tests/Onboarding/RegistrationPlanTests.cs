using Microsoft.Extensions.Time.Testing;

namespace SonraiControlTower.Core.Tests.Onboarding;

public sealed class RegistrationPlanTests
{
    private static readonly SonraiCollector _collector = new("blue", "srn:acme::PlatformAccount/blue", "aws");

    [Theory]
    [InlineData("arn:aws-us-gov:organizations::111122223333:account/o-exampleorgid/444455556666", "aws-us-gov")]
    [InlineData(null, "aws-cn")]
    public async Task Roles_are_named_in_the_accounts_own_partition(string? arn, string partition)
    {
        var dig = new RecordingDig();
        var account = new OrgAccount { AccountId = "444455556666", Name = "Member", Status = OrgAccount.Active, Arn = arn };
        var plan = new RegistrationPlan(_collector, "reader", "mender", "aws-cn");

        await new AccountRegistrar(dig, plan, new FakeTimeProvider(Onboard.Now)).RegisterAsync([account], default);

        dig.Request.ShouldBe(new RegistrationRequest(
            AccountId.Parse("444455556666"),
            $"arn:{partition}:iam::444455556666:role/reader",
            $"arn:{partition}:iam::444455556666:role/mender",
            Onboard.Now));
    }

    [Fact]
    public async Task Without_a_bot_role_none_is_registered()
    {
        var dig = new RecordingDig();
        var account = new OrgAccount { AccountId = "444455556666", Name = "Member", Status = OrgAccount.Active };

        await new AccountRegistrar(dig, new RegistrationPlan(_collector, "reader", BotRoleName: null), TimeProvider.System)
            .RegisterAsync([account], default);

        dig.Request!.BotRoleArn.ShouldBeNull();
    }

    private sealed class RecordingDig : IDig, ICloudAccounts
    {
        public RegistrationRequest? Request { get; private set; }

        public ITokens Tokens => throw new NotSupportedException();

        public ICollectors Collectors => throw new NotSupportedException();

        public ICloudAccounts CloudAccounts => this;

        public ISwimlanes Swimlanes => throw new NotSupportedException();

        public IControlFrameworks ControlFrameworks => throw new NotSupportedException();

        public IBots Bots => throw new NotSupportedException();

        public ICapabilities Capabilities => throw new NotSupportedException();

        public IAsyncEnumerable<SonraiAccount> ListAsync(SonraiCollector collector, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<IReadOnlyList<SonraiAccount>> FindAsync(IReadOnlyCollection<AccountId> ids, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<IReadOnlyList<RegistrationAnswer>> RegisterAsync(
            SonraiCollector collector, IReadOnlyList<RegistrationRequest> requests, CancellationToken cancellationToken)
        {
            Request = requests.Single();
            return Task.FromResult<IReadOnlyList<RegistrationAnswer>>(
                [new RegistrationAnswer(Request.AccountId, RegistrationOutcome.Made, "srn:acme::PlatformCloudAccount/1", Problem: null)]);
        }

        public Task<IReadOnlyDictionary<AccountId, Problem>> UnregisterAsync(
            IReadOnlyList<SonraiAccount> accounts, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
