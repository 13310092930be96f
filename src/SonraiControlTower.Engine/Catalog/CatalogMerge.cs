namespace SonraiControlTower.Engine;

/// <summary>
/// Makes one catalogue of a newer and an older one. AWS's reference stopped telling of dependents and of permission-only actions in July 2026, so that
/// what the older one says of these stays; so do actions that only the older one has, marked as removed, since policies still name them.
/// </summary>
internal static class CatalogMerge
{
    public static CatalogContent Of(CatalogContent newer, CatalogContent older)
    {
        var before = older.Services.ToDictionary(service => service.Prefix, StringComparer.Ordinal);
        var now = newer.Services.Select(service => service.Prefix).ToHashSet(StringComparer.Ordinal);
        return newer with
        {
            Services =
            [
                .. newer.Services.Select(service => before.TryGetValue(service.Prefix, out var old) ? Of(service, old) : WithNews(service)),
                .. older.Services
                    .Where(service => !now.Contains(service.Prefix))
                    .Select(service => service with { Actions = [.. service.Actions.Select(Removed)] }),
            ],
        };
    }

    private static CatalogService Of(CatalogService newer, CatalogService older)
    {
        var before = older.Actions.ToDictionary(action => action.Name, StringComparer.OrdinalIgnoreCase);
        var now = newer.Actions.Select(action => action.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var gone = older.Actions.Where(action => !now.Contains(action.Name)).Select(Removed).ToList();
        var typesOfGone = gone.SelectMany(action => action.ResourceTypes).Select(type => type.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return newer with
        {
            Actions = [.. newer.Actions.Select(action => before.TryGetValue(action.Name, out var old) ? Of(action, old) : WithNews(action)), .. gone],
            ResourceTypes =
            [
                .. newer.ResourceTypes,
                .. older.ResourceTypes
                    .Where(type => typesOfGone.Contains(type.Name))
                    .ExceptBy(newer.ResourceTypes.Select(type => type.Name), type => type.Name, StringComparer.OrdinalIgnoreCase),
            ],
        };
    }

    private static ServiceAction Of(ServiceAction newer, ServiceAction older) => newer with
    {
        Levels = newer.Levels == AccessLevels.None ? older.Levels : newer.Levels,
        Traits = newer.Traits | (older.Traits & ~ActionTraits.Removed),
        ResourceTypes = [.. newer.ResourceTypes.Select(type => type with { IsRequired = type.IsRequired || older.ResourceTypes.Contains(type with { IsRequired = true }) })],
        Dependents = [.. newer.Dependents.Union(older.Dependents, StringComparer.OrdinalIgnoreCase)],
    };

    private static CatalogService WithNews(CatalogService service) => service with { Actions = [.. service.Actions.Select(WithNews)] };

    private static ServiceAction WithNews(ServiceAction action) => action with { Traits = action.Traits | ActionTraits.Recent };

    private static ServiceAction Removed(ServiceAction action) => action with { Traits = action.Traits | ActionTraits.Removed };
}
