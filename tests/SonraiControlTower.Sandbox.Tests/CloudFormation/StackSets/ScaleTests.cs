namespace SonraiControlTower.Sandbox.Tests.CloudFormation.StackSets;

public sealed class ScaleTests
{
    [Fact]
    public async Task Five_thousand_accounts_are_rolled_out_with_requests_by_the_page()
    {
        var clock = Zones.Clock();
        var cloud = new Cloud(LandingZone.Generate(5_000, seed: 3, clock), clock);
        var accounts = cloud.Zone.Accounts().Where(account => account.IsActive && !account.IsManagementAccount).Ids();
        await cloud.MakeSetAsync(Definition(cloud.Zone));

        var operation = await cloud.DeployAsync(cloud.Request([.. accounts]));
        var results = await cloud.ResultsAsync(operation.OperationId);
        var instances = await cloud.InstancesAsync();

        operation.Status.ShouldBe("SUCCEEDED");
        results.Count.ShouldBe(accounts.Count);
        instances.ShouldAllBe(instance => instance.Status == "CURRENT");
        cloud.Aws.RequestCounts["ListStackInstances"].ShouldBe((accounts.Count + 99) / 100);
        cloud.Aws.RequestCounts["ListStackSetOperationResults"].ShouldBe((accounts.Count + 99) / 100);
    }

    [Fact]
    public async Task The_same_calls_at_the_same_times_find_the_same()
    {
        var one = await TellAsync();
        var two = await TellAsync();

        two.ShouldBe(one);

        static async Task<List<string>> TellAsync()
        {
            var clock = Zones.Clock();
            var cloud = new Cloud(LandingZone.Generate(60, seed: 3, clock), clock);
            var accounts = cloud.Zone.Accounts().Where(account => !account.IsManagementAccount).Ids();
            await cloud.MakeSetAsync(Definition(cloud.Zone));
            var request = cloud.Request([.. accounts]) with { OperationId = OperationId.Parse("told"), Preferences = new() { MaxConcurrent = Share.Count(7), ConcurrencyMode = ConcurrencyMode.SoftFailureTolerance } };
            await cloud.CloudFormation.StackInstances.CreateAsync(request, default);

            var told = new List<string>();
            while (!(await cloud.OperationAsync("told")).HasEnded)
            {
                clock.Advance(TimeSpan.FromSeconds(3.7));
                told.Add(string.Join(',', (await cloud.InstancesAsync()).Select(instance => instance.ToString())));
            }

            return told;
        }
    }

    private static StackSetDefinition Definition(LandingZone zone) => Cloud.SelfManaged() with
    {
        AdministrationRoleArn = $"arn:aws:iam::{zone.Organization.ManagementAccountId}:role/service-role/AWSControlTowerStackSetRole",
    };
}
