using System.Security.Cryptography;

namespace SonraiControlTower;

/// <summary>
/// The pauses between two looks at something that takes its time: longer and longer up to a limit, and each a little off, so that several who
/// wait for the same thing do not look at the same moment.
/// </summary>
internal sealed class Pause(TimeProvider clock, TimeSpan first, TimeSpan longest)
{
    private const int LeastPercent = 75;
    private const int MostPercent = 125;
    private TimeSpan _next = first;

    public Task TakeAsync(CancellationToken cancellationToken)
    {
        var length = _next * (RandomNumberGenerator.GetInt32(LeastPercent, MostPercent + 1) / 100.0);
        _next = _next * 1.5 < longest ? _next * 1.5 : longest;
        return Task.Delay(length, clock, cancellationToken);
    }
}
