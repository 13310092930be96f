namespace SonraiControlTower.Dig;

/// <summary>How to talk with a tenant. The defaults are those of Sonrai's public clients.</summary>
public sealed record DigOptions
{
    /// <summary>How long one attempt may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>How many items a page is asked to have. A tenant may give fewer, or make us ask for fewer.</summary>
    public int PageSize { get; init; } = 1000;

    /// <summary>The clock behind pauses, time limits and the question whether a token has ended.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>A folder whose .graphql files replace the built-in documents of the same name; null for none.</summary>
    public string? QueriesFolder { get; init; }

    /// <summary>What sends the requests, for tests; null for the network. It is not disposed of.</summary>
    public HttpMessageHandler? Handler { get; init; }
}
