using SonraiControlTower.Core.Tests.Ports;
using SonraiControlTower.Core.Tests.RollOut;

namespace SonraiControlTower.Core.Tests.Onboarding;

/// <summary>Five thousand accounts: how many requests they cost.</summary>
public sealed class BigOrganizationTests
{
    private const int Accounts = 5_000;
    private const int CloudFormationPages = Accounts / 100;

    [Fact]
    public async Task Requests_grow_with_pages_and_batches_where_AWS_has_a_bulk_call()
    {
        var (aws, dig) = (Given.Organization(Accounts), new FakeDig(FakeDig.Blue));

        var synced = await aws.SyncAsync(dig);

        synced.Count(AccountSyncStatus.Synced).ShouldBe(Accounts);
        aws.Count("CreateStackInstances").ShouldBe(5);
        aws.Count("DescribeStackSet").ShouldBeLessThan(5);
        dig.CloudAccounts.Sent.Count.ShouldBe(Accounts / AccountRegistrar.BatchSize);

        // Instances are read whole twice at most, and once by their operation; results once, and now and then for the progress bar.
        aws.Count("ListStackInstances").ShouldBeLessThan((3 * CloudFormationPages) + 10);
        aws.Count("ListStackSetOperationResults").ShouldBeLessThan(4 * CloudFormationPages);

        // A proof has no bulk call: once whether there is a role, three times whom it admits, and one page read.
        aws.Count("AssumeRole").ShouldBeInRange(4 * Accounts, (4 * Accounts) + 500);
        aws.Count("GetAccountAuthorizationDetails").ShouldBe(Accounts);
    }
}
