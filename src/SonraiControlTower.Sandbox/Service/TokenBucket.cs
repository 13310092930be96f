namespace SonraiControlTower.Sandbox;

/// <summary>AWS throttles with token buckets: each call takes a token, and tokens come back with time up to the burst.</summary>
internal sealed class TokenBucket(RequestRate rate, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private double _tokens = rate.Burst;
    private long _filledAt = clock.GetTimestamp();

    /// <summary>Takes a token; false if there is none.</summary>
    public bool TryTake()
    {
        lock (_gate)
        {
            var now = clock.GetTimestamp();
            _tokens = Math.Min(rate.Burst, _tokens + (clock.GetElapsedTime(_filledAt, now).TotalSeconds * rate.PerSecond));
            _filledAt = now;
            if (_tokens < 1)
            {
                return false;
            }

            _tokens--;
            return true;
        }
    }
}
