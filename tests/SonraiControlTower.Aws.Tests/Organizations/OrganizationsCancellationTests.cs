using SonraiControlTower.TestKit.OrganizationsWire;

namespace SonraiControlTower.Aws.Tests.Organizations;

public sealed class OrganizationsCancellationTests
{
    private static readonly WireEstate _estate = new(60);

    [Fact]
    public async Task Cancelling_ends_the_wait_for_an_answer_that_never_comes()
    {
        await using var fixture = await WireFixture.StartAsync(_estate);
        var asked = new TaskCompletionSource();
        fixture.Wire.Fail("ListAccounts", SilenceAfter(asked), page: 2);
        using var stop = new CancellationTokenSource();
        var delivered = 0;

        var reading = Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in fixture.Organizations.ListAccountsAsync(stop.Token))
            {
                delivered++;
            }
        });
        await asked.Task;
        await stop.CancelAsync();

        await reading;
        delivered.ShouldBe(20);
    }

    [Fact]
    public async Task Cancelling_ends_the_pause_before_a_retry()
    {
        await using var fixture = await WireFixture.StartAsync(_estate);
        using var stop = new CancellationTokenSource();
        fixture.Wire.Fail(
            "ListRoots",
            async http =>
            {
                await WireFaults.Throttled(http);
                await stop.CancelAsync();
                return true;
            },
            times: int.MaxValue);

        await Should.ThrowAsync<OperationCanceledException>(
            async () => await fixture.Organizations.ListRootsAsync(stop.Token).CountAsync(CancellationToken.None));

        fixture.Wire.Count("ListRoots").ShouldBe(1);
    }

    [Fact]
    public async Task A_source_of_keys_that_blocks_holds_up_neither_the_caller_nor_the_cancellation()
    {
        using var gate = new ManualResetEventSlim();
        await using var fixture = await WireFixture.StartAsync(_estate, () =>
        {
            gate.Wait();
            return new AwsKeys("AKIA", "secret", null);
        });
        using var stop = new CancellationTokenSource();

        // Were the source asked on this thread, this line would never end.
        var asking = fixture.Organizations.DescribeOrganizationAsync(stop.Token);
        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => asking);
        gate.Set();
    }

    private static WireFault SilenceAfter(TaskCompletionSource asked) => http =>
    {
        asked.TrySetResult();
        return WireFaults.Silence(http);
    };
}
