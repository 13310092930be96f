namespace SonraiControlTower.Sandbox;

/// <summary>The calls that the people and programs of the estate make, by word.</summary>
internal static partial class Calls
{
    private static readonly Dictionary<string, Call> _all =
        Storage.Concat(Compute).Concat(Delivery).Concat(Oversight).ToDictionary(call => call.Word);

    /// <exception cref="KeyNotFoundException">There is no such call.</exception>
    public static Call Of(string word) => _all[word];

    private static Call Read(string service, string happening, string request, string? action = null) =>
        new(service, happening, action ?? $"{service}:{happening}", request);

    private static Call Write(string service, string happening, string request, string? action = null) =>
        Read(service, happening, request, action) with { IsReadOnly = false };
}
