namespace SonraiControlTower.Core.Tests.Ports;

internal static class Awaiting
{
    /// <summary>The problem of a call that must be refused.</summary>
    public static async Task<Problem> RefusalAsync(this Task call) => (await call.ShouldThrowAsync<SonraiException>()).Problem;

    public static Task<List<T>> ReadAllAsync<T>(this IAsyncEnumerable<T> items) => items.ToListAsync().AsTask();
}
