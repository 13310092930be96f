using CsCheck;
using SonraiControlTower.Core.Tests.Ports;
using SonraiControlTower.Core.Tests.RollOut;

namespace SonraiControlTower.Core.Tests.Onboarding;

/// <summary>What holds wherever a run is broken off.</summary>
public sealed class AccountSyncProperties
{
    private const int Accounts = 30;

    // Fixed, so that a failure is the same failure everywhere.
    private const string Seed = "0000KOIPs7g1";

    [Fact]
    public async Task Killed_at_any_of_twenty_points_a_second_run_ends_as_an_undisturbed_one_does()
    {
        var (undisturbed, moments) = await UndisturbedAsync();
        moments.ShouldBeGreaterThan(100);

        await Gen.Int[1, moments].Array[20].SampleAsync(
            async points =>
            {
                foreach (var point in points)
                {
                    var (aws, dig) = (Given.Organization(Accounts), new FakeDig(FakeDig.Blue));
                    await KillAsync(aws, dig, point);

                    await aws.SyncAsync(dig);

                    StateOf(aws, dig).ShouldBe(undisturbed, $"killed at {point} of {moments}");
                }
            },
            seed: Seed,
            iter: 1,
            threads: 1);
    }

    private static async Task<(string State, int Moments)> UndisturbedAsync()
    {
        var (aws, dig) = (Given.Organization(Accounts), new FakeDig(FakeDig.Blue));
        var moments = 0;
        aws.Moment = _ => Interlocked.Increment(ref moments);
        dig.CloudAccounts.Moment = _ => Interlocked.Increment(ref moments);
        await aws.SyncAsync(dig);
        return (StateOf(aws, dig), moments);
    }

    private static async Task KillAsync(FakeAws aws, FakeDig dig, int point)
    {
        var left = point;
        void Break(int moment)
        {
            if (Interlocked.Decrement(ref left) == 0)
            {
                throw new OperationCanceledException();
            }
        }

        (aws.Moment, dig.CloudAccounts.Moment) = (Break, Break);
        try
        {
            await aws.SyncAsync(dig);
        }
        catch (OperationCanceledException)
        {
            // Killed, as scripted; what AWS and Dig took they have.
        }

        (aws.Moment, dig.CloudAccounts.Moment) = (_ => { }, _ => { });
    }

    /// <summary>What there is in the end: the set, its instances, the stack, the roles, the registrations.</summary>
    private static string StateOf(FakeAws aws, FakeDig dig) => string.Join('\n',
    [
        .. aws.CloudFormation.Sets.Values.Select(set => $"{set.Set.Name} {string.Join(',', set.Values)}"),
        .. aws.CloudFormation.Only.Instances.Select(entry => $"{entry.Key} {entry.Value.Status} {entry.Value.DetailedStatus}"),
        .. aws.CloudFormation.OwnStacks.Now.Values.Select(stack => $"{stack.Name} {stack.Status}"),
        .. aws.Roles.Keys.Select(key => $"{key.Account} {key.Name}").Order(),
        .. dig.CloudAccounts.Registered.Select(account => account.AccountId).Order(),
    ]);
}
