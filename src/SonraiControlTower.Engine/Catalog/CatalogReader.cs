using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;

namespace SonraiControlTower.Engine;

/// <summary>
/// Reads what <see cref="CatalogWriter"/> writes. The lines: the form's name; the source; the date; how many actions; then for each service
/// <c>@prefix</c> and for each action its name, a tab, and letters for levels and traits (<see cref="Facts"/>). After <c>#details</c> for each service <c>@prefix</c>, its
/// resource types (name and ARN formats parted by blanks) parted by tabs, its condition keys parted by tabs, its calls (name and numbers of actions
/// parted by blanks) parted by tabs, and for each action a line of three fields: places of its types (<c>!</c> for required), places of its keys, numbers of its dependents.
/// </summary>
internal static class CatalogReader
{
    public const string Form = "SonraiControlTower action catalogue 1";
    public const string ServiceMark = "@";
    public const int HeadLines = 3;
    public const string DetailsMark = "#details";

    /// <summary>Reads the names; the details are left for <see cref="Details"/>.</summary>
    /// <exception cref="InvalidDataException">It is not such a file.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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
                var (levels, traits) = Facts(line.AsSpan(tab + 1));
                names.AddAction(line.AsSpan(0, Math.Max(tab, 0)), levels, traits);
            }
        }

        return names.Actions == count ? names : throw new InvalidDataException("The action catalogue is not whole.");
    }

    /// <summary>The lines of the details, by service in the file's order: first the types, the keys and the calls, then one for each action.</summary>
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
            var lines = new string[actionsOfServices[service] + HeadLines];
            for (var i = 0; i < lines.Length; i++)
            {
                lines[i] = Line(text);
            }

            details[service] = lines;
        }

        // At its end gzip compares what was read with what was written.
        return text.ReadLine() is null ? details : throw new InvalidDataException("The action catalogue goes on after its end.");
    }

    private static StreamReader Open(Stream file) => new(new GZipStream(file, CompressionMode.Decompress), Encoding.UTF8, false, 16 * 1024);

    private static string Line(StreamReader text) => text.ReadLine() ?? throw new InvalidDataException("The action catalogue ends too soon.");

    // Twenty thousand lines are read before a session's first answer, so that this is a switch and not a search in the tables above.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (AccessLevels Levels, ActionTraits Traits) Facts(ReadOnlySpan<char> letters)
    {
        var (levels, traits) = (AccessLevels.None, ActionTraits.None);
        foreach (var letter in letters)
        {
            switch (letter)
            {
                case 'L': levels |= AccessLevels.List; break;
                case 'R': levels |= AccessLevels.Read; break;
                case 'W': levels |= AccessLevels.Write; break;
                case 'T': levels |= AccessLevels.Tagging; break;
                case 'P': levels |= AccessLevels.PermissionsManagement; break;
                case 'o': traits |= ActionTraits.PermissionOnly; break;
                case 'x': traits |= ActionTraits.Removed; break;
                case 'c': traits |= ActionTraits.Call; break;
                case 'r': traits |= ActionTraits.Recent; break;
                default: throw new InvalidDataException($"The action catalogue has a letter '{letter}' that means nothing.");
            }
        }

        return (levels, traits);
    }
}
