namespace SonraiControlTower.Engine.Tests.Evaluation;

/// <summary>Requests and policies for tests.</summary>
internal static class Requests
{
    public static AccessRequest Of(string principal, string action, string resource, RequestContext? context = null) =>
        new() { Caller = Caller.Parse(principal), Action = action, Resource = resource, Context = context ?? RequestContext.Empty };

    public static HeldPolicy Held(string name, string json, string? arn = null) => new(name, arn, "holder", Policy.Parse(json));
}
