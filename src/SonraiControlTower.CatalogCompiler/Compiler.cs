using SonraiControlTower.Engine;

namespace SonraiControlTower.CatalogCompiler;

/// <summary>
/// Makes one catalogue of two packages: the newest, which no longer tells of dependents and of permission-only actions (AWS's reference stopped
/// telling in July 2026), and an older one that still does. What only the older one has stays, marked as removed: policies still name it.
/// </summary>
internal static class Compiler
{
    public static CatalogContent Compile(CatalogContent newest, CatalogContent older, SdkModels sdk)
    {
        var before = older.Services.ToDictionary(service => service.Prefix, StringComparer.Ordinal);
        var services = newest.Services.Select(service => Merge(service, before.GetValueOrDefault(service.Prefix)))
            .Concat(older.Services.ExceptBy(newest.Services.Select(service => service.Prefix), service => service.Prefix, StringComparer.Ordinal)
                .Select(service => service with { Actions = [.. service.Actions.Select(Removed)] }));
        return newest with { Services = [.. services.Select(service => WithCalls(service, sdk))] };
    }

    private static CatalogService Merge(CatalogService now, CatalogService? before)
    {
        var earlier = before?.Actions.ToDictionary(action => action.Name, StringComparer.OrdinalIgnoreCase) ?? [];
        var actions = now.Actions.Select(action => earlier.TryGetValue(action.Name, out var old)
            ? action with { Traits = action.Traits | old.Traits, Dependents = [.. action.Dependents.Union(old.Dependents, StringComparer.OrdinalIgnoreCase)] }
            : action with { Traits = action.Traits | ActionTraits.Recent });
        var gone = (before?.Actions ?? []).ExceptBy(now.Actions.Select(action => action.Name), action => action.Name, StringComparer.OrdinalIgnoreCase).Select(Removed).ToList();
        var types = now.ResourceTypes.Concat((before?.ResourceTypes ?? [])
            .Where(type => gone.Any(action => action.ResourceTypes.Any(of => of.Name.Equals(type.Name, StringComparison.OrdinalIgnoreCase))))
            .ExceptBy(now.ResourceTypes.Select(type => type.Name), type => type.Name, StringComparer.OrdinalIgnoreCase));
        return now with { Actions = [.. actions, .. gone], ResourceTypes = [.. types] };
    }

    private static ServiceAction Removed(ServiceAction action) => action with { Traits = action.Traits | ActionTraits.Removed };

    private static CatalogService WithCalls(CatalogService service, SdkModels sdk) => service with
    {
        Actions =
        [
            .. service.Actions.Select(action => sdk.Has($"{service.Prefix}:{action.Name}") ? action with { Traits = action.Traits | ActionTraits.Call } : action),
        ],
    };
}
