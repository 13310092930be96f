using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace SonraiControlTower.Engine;

/// <summary>
/// Writes a catalogue as one gzip file of lines, in ordinal order, so that the same content makes the same lines. First come the names, which every
/// session reads; then the details by service, which few do. <see cref="CatalogReader"/> has the form.
/// </summary>
internal static class CatalogWriter
{
    private static readonly UTF8Encoding _utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static void Write(CatalogContent content, Stream into)
    {
        using var zip = new GZipStream(into, CompressionLevel.SmallestSize, leaveOpen: true);
        using var text = new StreamWriter(zip, _utf8) { NewLine = "\n" };
        var services = Ordered(content);
        var numbers = Numbers(services);

        text.WriteLine(CatalogReader.Form);
        text.WriteLine(content.Source);
        text.WriteLine(content.AsOf.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture));
        text.WriteLine(numbers.Count.ToString(CultureInfo.InvariantCulture));
        foreach (var service in services)
        {
            text.WriteLine(CatalogReader.ServiceMark + service.Prefix);
            foreach (var action in service.Actions)
            {
                text.WriteLine($"{action.Name}\t{Letters(action)}");
            }
        }

        text.WriteLine(CatalogReader.DetailsMark);
        foreach (var service in services)
        {
            text.WriteLine(CatalogReader.ServiceMark + service.Prefix);
            WriteDetails(service, numbers, text);
        }
    }

    /// <summary>The services, and the actions of each, in the order of <see cref="ActionCatalog"/>.</summary>
    public static IReadOnlyList<CatalogService> Ordered(CatalogContent content) =>
    [
        .. content.Services
            .Where(service => service.Actions.Count > 0)
            .OrderBy(service => service.Prefix + ':', StringComparer.Ordinal)
            .Select(service => service with { Actions = [.. service.Actions.OrderBy(action => action.Name.ToLowerInvariant(), StringComparer.Ordinal)] }),
    ];

    private static Dictionary<string, int> Numbers(IReadOnlyList<CatalogService> services)
    {
        var numbers = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var service in services)
        {
            foreach (var action in service.Actions)
            {
                numbers.Add($"{service.Prefix}:{action.Name}", numbers.Count);
            }
        }

        return numbers;
    }

    private static string Letters(ServiceAction action)
    {
        var letters = new StringBuilder();
        Add('L', action.Levels.HasFlag(AccessLevels.List));
        Add('R', action.Levels.HasFlag(AccessLevels.Read));
        Add('W', action.Levels.HasFlag(AccessLevels.Write));
        Add('T', action.Levels.HasFlag(AccessLevels.Tagging));
        Add('P', action.Levels.HasFlag(AccessLevels.PermissionsManagement));
        Add('o', action.Traits.HasFlag(ActionTraits.PermissionOnly));
        Add('x', action.Traits.HasFlag(ActionTraits.Removed));
        Add('c', action.Traits.HasFlag(ActionTraits.Call));
        Add('r', action.Traits.HasFlag(ActionTraits.Recent));
        return letters.ToString();

        void Add(char letter, bool holds)
        {
            if (holds)
            {
                letters.Append(letter);
            }
        }
    }

    private static void WriteDetails(CatalogService service, Dictionary<string, int> numbers, TextWriter text)
    {
        var types = service.ResourceTypes.OrderBy(type => type.Name, StringComparer.Ordinal).ToList();
        var keys = service.Actions.SelectMany(action => action.ConditionKeys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        text.WriteLine(string.Join('\t', types.Select(type => string.Join(' ', type.ArnFormats.Prepend(type.Name)))));
        text.WriteLine(string.Join('\t', keys));
        text.WriteLine(string.Join('\t', service.Calls
            .OrderBy(call => call.Name, StringComparer.Ordinal)
            .Select(call => string.Join(' ', Places(call.Actions, numbers).Prepend(call.Name)))));
        foreach (var action in service.Actions)
        {
            var ofTypes = action.ResourceTypes
                .Select(type => (Place: types.FindIndex(known => known.Name.Equals(type.Name, StringComparison.OrdinalIgnoreCase)), type.IsRequired))
                .Where(type => type.Place >= 0)
                .Distinct()
                .Order()
                .Select(type => Text(type.Place) + (type.IsRequired ? "!" : ""));
            var ofKeys = action.ConditionKeys.Distinct(StringComparer.Ordinal).Select(key => keys.BinarySearch(key, StringComparer.Ordinal)).Order().Select(Text);
            text.WriteLine($"{string.Join(' ', ofTypes)}\t{string.Join(' ', ofKeys)}\t{string.Join(' ', Places(action.Dependents, numbers))}");
        }
    }

    // AWS's lists name a few actions that no service has; there is nothing to say of them.
    private static IEnumerable<string> Places(IReadOnlyList<string> actions, Dictionary<string, int> numbers) =>
        actions.Where(numbers.ContainsKey).Select(name => numbers[name]).Distinct().Order().Select(Text);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
