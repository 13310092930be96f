namespace SonraiControlTower.Sandbox.Tests.Service;

public sealed class TokenBucketTests
{
    private readonly FakeTimeProvider _clock = Zones.Clock();

    [Fact]
    public void It_gives_the_burst_and_no_more()
    {
        var bucket = new TokenBucket(new RequestRate(Burst: 3, PerSecond: 1), _clock);

        TakeAll(bucket).ShouldBe(3);
    }

    [Fact]
    public void Tokens_come_back_with_time()
    {
        var bucket = new TokenBucket(new RequestRate(Burst: 3, PerSecond: 2), _clock);
        TakeAll(bucket);

        _clock.Advance(TimeSpan.FromSeconds(0.4));
        TakeAll(bucket).ShouldBe(0);
        _clock.Advance(TimeSpan.FromSeconds(0.6));

        TakeAll(bucket).ShouldBe(2);
    }

    [Fact]
    public void It_never_holds_more_than_the_burst()
    {
        var bucket = new TokenBucket(new RequestRate(Burst: 3, PerSecond: 2), _clock);

        _clock.Advance(TimeSpan.FromHours(1));

        TakeAll(bucket).ShouldBe(3);
    }

    private static int TakeAll(TokenBucket bucket)
    {
        var taken = 0;
        while (bucket.TryTake())
        {
            taken++;
        }

        return taken;
    }
}
