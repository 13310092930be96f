namespace SonraiControlTower.Engine;

/// <summary>Reads what AWS's Service Reference sends as a service of a catalogue.</summary>
internal static class ServiceReferenceReader
{
    /// <summary>Null where it is no service with actions.</summary>
    public static CatalogService? Read(ServiceReference reference)
    {
        if (reference.Name is not { Length: > 0 } prefix || reference.Actions is not { Count: > 0 } actions || actions.Any(action => !IsWord(action.Name)) || !IsWord(prefix))
        {
            return null;
        }

        var calls = (reference.Operations ?? [])
            .Where(operation => IsWord(operation.Name))
            .Select(operation => Call(operation, prefix))
            .DistinctBy(call => call.Name, StringComparer.OrdinalIgnoreCase)
            .ToList();
        var named = calls.Select(call => call.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new(
            prefix.ToLowerInvariant(),
            [
                .. (reference.Resources ?? [])
                    .Where(type => IsWord(type.Name))
                    .DistinctBy(type => type.Name, StringComparer.OrdinalIgnoreCase)
                    .Select(type => new ServiceResourceType(type.Name!, [.. (type.ArnFormats ?? []).Where(IsWord)])),
            ],
            [.. actions.DistinctBy(action => action.Name, StringComparer.OrdinalIgnoreCase).Select(action => Action(action, named))])
        { Calls = [.. calls.Where(call => call.Actions.Count > 0)] };
    }

    private static ServiceAction Action(ReferenceAction action, HashSet<string> named) => new(
        action.Name!,
        Levels(action.Annotations?.Properties),
        named.Contains(action.Name!) ? ActionTraits.Call : ActionTraits.None,
        [.. (action.Resources ?? []).Where(type => IsWord(type.Name)).Select(type => new ActionResourceType(type.Name!, IsRequired: false))],
        [.. (action.ActionConditionKeys ?? []).Where(IsWord)],
        Dependents: []);

    private static ServiceCall Call(ReferenceOperation operation, string prefix) => new(
        operation.Name!,
        [.. (operation.AuthorizedActions ?? []).Where(action => IsWord(action.Name)).Select(action => $"{action.Service ?? prefix}:{action.Name}")]);

    // An action that is none of these reads, and is in AWS's own table so. Where AWS says nothing at all, the merge keeps what was known.
    private static AccessLevels Levels(ReferenceProperties? of) => of is null ? AccessLevels.None
        : (of.IsList ? AccessLevels.List : 0)
        | (of.IsPermissionManagement ? AccessLevels.PermissionsManagement : 0)
        | (of.IsTaggingOnly ? AccessLevels.Tagging : 0)
        | (of.IsWrite ? AccessLevels.Write : 0)
        | (of is { IsList: false, IsPermissionManagement: false, IsTaggingOnly: false, IsWrite: false } ? AccessLevels.Read : 0);

    // The catalogue's file parts by blanks and lines; no name of AWS has one.
    private static bool IsWord(string? text) => !string.IsNullOrEmpty(text) && !text.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter));
}
