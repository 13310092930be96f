using System.Globalization;

namespace SonraiControlTower.Engine;

/// <summary>Resource types, condition keys and dependents of a catalogue's actions; read when first asked for, and taken apart by service.</summary>
internal sealed class CatalogDetails
{
    private readonly CatalogNames _names;
    private readonly Lazy<IReadOnlyList<string[]>> _lines;
    private readonly Lazy<ServiceDetails>[] _services;

    public CatalogDetails(CatalogNames names, Func<Stream> open)
    {
        _names = names;
        _lines = new(() =>
        {
            using var file = open();
            return CatalogReader.Details(file, [.. names.Services.Select((_, service) => names.StartOf(service + 1) - names.StartOf(service))]);
        });
        _services = [.. names.Services.Select((_, service) => new Lazy<ServiceDetails>(() => ServiceDetails.Parse(_lines.Value[service])))];
    }

    public void Read() => _ = _lines.Value;

    /// <summary>The types of a service.</summary>
    public IReadOnlyList<ServiceResourceType> TypesOf(int service) => _services[service].Value.Types;

    /// <summary>The calls of a service that AWS's Service Reference tells of.</summary>
    public IReadOnlyDictionary<string, int[]> CallsOf(int service) => _services[service].Value.Calls;

    public ActionDetails Of(int action)
    {
        var service = _names.ServiceOf(action);
        return _services[service].Value.Actions[action - _names.StartOf(service)];
    }

    private sealed record ServiceDetails(
        IReadOnlyList<ServiceResourceType> Types, IReadOnlyDictionary<string, int[]> Calls, IReadOnlyList<ActionDetails> Actions)
    {
        public static ServiceDetails Parse(string[] lines)
        {
            ServiceResourceType[] types = [.. Parts(lines[0], '\t').Select(type => type.Split(' ')).Select(type => new ServiceResourceType(type[0], type[1..]))];
            var keys = Parts(lines[1], '\t');
            var calls = Parts(lines[2], '\t').Select(call => call.Split(' ')).ToDictionary(
                call => call[0], call => call[1..].Select(number => Number(number)).ToArray(), StringComparer.OrdinalIgnoreCase);
            return new(types, calls, [.. lines.Skip(CatalogReader.HeadLines).Select(line => Action(line.Split('\t'), types, keys))]);
        }

        private static ActionDetails Action(string[] fields, ServiceResourceType[] types, string[] keys) => new(
            [.. Parts(fields[0], ' ').Select(place => Type(place, types))],
            [.. Parts(fields[1], ' ').Select(place => keys[Number(place)])],
            [.. Parts(fields[2], ' ').Select(number => Number(number))]);

        private static CatalogResourceType Type(string place, ServiceResourceType[] types)
        {
            var type = types[Number(place.AsSpan().TrimEnd('!'))];
            return new(type.Name, type.ArnFormats, place.EndsWith('!'));
        }

        private static string[] Parts(string text, char mark) => text.Length == 0 ? [] : text.Split(mark);

        private static int Number(ReadOnlySpan<char> text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
    }
}

/// <summary>What <see cref="CatalogDetails"/> knows of an action.</summary>
internal sealed record ActionDetails(
    IReadOnlyList<CatalogResourceType> ResourceTypes, IReadOnlyList<string> ConditionKeys, IReadOnlyList<int> Dependents);
