namespace SonraiControlTower;

/// <summary>What a person asks of the function.</summary>
/// <param name="Action"><c>reconcile</c>, <c>onboard</c> or <c>status</c>.</param>
/// <param name="AccountIds">For <c>onboard</c>: which accounts.</param>
internal sealed record ManualRequest(string? Action, IReadOnlyList<string>? AccountIds);
