using SonraiControlTower.Engine;

namespace SonraiControlTower.CatalogCompiler;

/// <summary>
/// Makes one catalogue of two packages, the newest and an older one that still tells of dependents and of permission-only actions, and marks the
/// actions that the SDK has a call for.
/// </summary>
internal static class Compiler
{
    public static CatalogContent Compile(CatalogContent newest, CatalogContent older, SdkModels sdk)
    {
        var merged = CatalogMerge.Of(newest, older);
        return merged with { Services = [.. merged.Services.Select(service => WithCalls(service, sdk))] };
    }

    private static CatalogService WithCalls(CatalogService service, SdkModels sdk) => service with
    {
        Actions =
        [
            .. service.Actions.Select(action => sdk.Has($"{service.Prefix}:{action.Name}") ? action with { Traits = action.Traits | ActionTraits.Call } : action),
        ],
    };
}
