namespace SonraiControlTower;

/// <summary>Does something for many, some at a time, and gives each outcome when it is there.</summary>
internal static class Several
{
    /// <param name="items">The many.</param>
    /// <param name="limit">How many at a time.</param>
    /// <param name="begin">Begins with one; the beginnings come one after another, what they begin runs side by side.</param>
    public static async IAsyncEnumerable<TResult> RunAsync<TItem, TResult>(
        IEnumerable<TItem> items, int limit, Func<TItem, Task<Task<TResult>>> begin)
    {
        var running = new List<Task<TResult>>();
        foreach (var item in items)
        {
            if (running.Count == limit)
            {
                yield return await NextAsync(running).ConfigureAwait(false);
            }

            running.Add(await begin(item).ConfigureAwait(false));
        }

        while (running.Count > 0)
        {
            yield return await NextAsync(running).ConfigureAwait(false);
        }
    }

    private static async Task<TResult> NextAsync<TResult>(List<Task<TResult>> running)
    {
        var ended = await Task.WhenAny(running).ConfigureAwait(false);
        running.Remove(ended);
        return await ended.ConfigureAwait(false);
    }
}
