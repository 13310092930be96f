using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace SonraiControlTower.Engine;

/// <summary>
/// Reads what <see cref="CatalogWriter"/> writes. The lines: the form's name; the source; the date; how many actions; then for each service
/// <c>@prefix</c> and for each action its name, a tab, and letters for levels and traits. After <c>#details</c> for each service <c>@prefix</c>, its
/// resource types (name and ARN formats parted by blanks) parted by tabs, its condition keys parted by tabs, and for each action a line of three
/// fields: places of its types (<c>!</c> for required), places of its keys, numbers of its dependents.
/// </summary>
internal static class CatalogReader
{
    public const string Form = "SonraiControlTower action catalogue 1";
    public const string ServiceMark = "@";
    public const string DetailsMark = "#details";

    public static readonly IReadOnlyList<(string Letter, AccessLevels Level)> Levels =
    [
        ("L", AccessLevels.List), ("R", AccessLevels.Read), ("W", AccessLevels.Write), ("T", AccessLevels.Tagging), ("P", AccessLevels.PermissionsManagement),
    ];

    public static readonly IReadOnlyList<(string Letter, ActionTraits Trait)> Traits =
    [
        ("o", ActionTraits.PermissionOnly), ("x", ActionTraits.Removed), ("c", ActionTraits.Call), ("r", ActionTraits.Recent),
    ];

    /// <summary>Reads the names; the details are left for <see cref="Details"/>.</summary>
    /// <exception cref="InvalidDataException">It is not such a file.</exception>
    public static CatalogNames Names(Stream file)
    {
        using var text = Open(file);
        if (text.ReadLine() != Form)
        {
            throw new InvalidDataException("The file is no action catalogue of this form.");
        }

        var source = Line(text);
        if (!DateTimeOffset.TryParse(Line(text), CultureInfo.InvariantCulture, out var asOf)
            || !int.TryParse(Line(text), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            throw new InvalidDataException("The head of the action catalogue is malformed.");
        }

        var names = new CatalogNames(source, asOf, count);
        while (Line(text) is var line && line != DetailsMark)
        {
            if (line.StartsWith(ServiceMark, StringComparison.Ordinal))
            {
                names.AddService(line[ServiceMark.Length..]);
            }
            else
            {
                var tab = line.IndexOf('\t', StringComparison.Ordinal);
                names.AddAction(line.AsSpan(0, tab), LevelsOf(line.AsSpan(tab + 1)), TraitsOf(line.AsSpan(tab + 1)));
            }
        }

        return names.Actions == count ? names : throw new InvalidDataException("The action catalogue is not whole.");
    }

    /// <summary>The lines of the details, by service in the file's order: first the types, then the keys, then one for each action.</summary>
    public static IReadOnlyList<string[]> Details(Stream file, IReadOnlyList<int> actionsOfServices)
    {
        using var text = Open(file);
        while (Line(text) != DetailsMark)
        {
        }

        var details = new string[actionsOfServices.Count][];
        for (var service = 0; service < details.Length; service++)
        {
            Line(text);
            var lines = new string[actionsOfServices[service] + 2];
            for (var i = 0; i < lines.Length; i++)
            {
                lines[i] = Line(text);
            }

            details[service] = lines;
        }

        return details;
    }

    private static StreamReader Open(Stream file) => new(new GZipStream(file, CompressionMode.Decompress), Encoding.UTF8, false, 16 * 1024);

    private static string Line(StreamReader text) => text.ReadLine() ?? throw new InvalidDataException("The action catalogue ends too soon.");

    private static AccessLevels LevelsOf(ReadOnlySpan<char> letters)
    {
        var levels = AccessLevels.None;
        foreach (var (letter, level) in Levels)
        {
            levels |= letters.Contains(letter[0]) ? level : 0;
        }

        return levels;
    }

    private static ActionTraits TraitsOf(ReadOnlySpan<char> letters)
    {
        var traits = ActionTraits.None;
        foreach (var (letter, trait) in Traits)
        {
            traits |= letters.Contains(letter[0]) ? trait : 0;
        }

        return traits;
    }
}
