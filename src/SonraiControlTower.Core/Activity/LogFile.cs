namespace SonraiControlTower;

/// <summary>A file of CloudTrail records that is offered to be read: one on this machine, or what a service gives as a stream.</summary>
/// <param name="Name">What it is called in messages: its path, or <c>s3://BUCKET/KEY</c>.</param>
/// <param name="Length">Its bytes as it is stored.</param>
public sealed record LogFile(string Name, long Length)
{
    /// <summary>Where it lies on this machine; null where <see cref="OpenAsync"/> gives it.</summary>
    public string? Path { get; init; }

    /// <summary>Opens it; whoever asked disposes the stream. Null where <see cref="Path"/> tells.</summary>
    public Func<CancellationToken, Task<Stream>>? OpenAsync { get; init; }

    public override string ToString() => Name;
}
