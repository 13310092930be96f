namespace SonraiControlTower;

/// <summary>What is to be done for the integration, as looked at before anything is.</summary>
public sealed record IntegrationWork
{
    internal IntegrationWork(
        IntegrationValues values, IntegrationPackage package, string bucket, IReadOnlyDictionary<string, string>? present, string? wreckId, bool hasNoChanges)
    {
        Values = values;
        Package = package;
        Bucket = bucket;
        Present = present;
        WreckId = wreckId;
        HasNoChanges = hasNoChanges;
    }

    /// <summary>What may be shown of it.</summary>
    public required IntegrationPreview Preview { get; init; }

    /// <summary>True if the stack already is as wanted.</summary>
    public bool HasNoChanges { get; }

    internal IntegrationValues Values { get; }

    internal IntegrationPackage Package { get; }

    internal string Bucket { get; }

    /// <summary>The parameters of the stack that is there; null where one is to be made.</summary>
    internal IReadOnlyDictionary<string, string>? Present { get; }

    /// <summary>A stack that could not be made, and goes first.</summary>
    internal string? WreckId { get; }
}
