namespace SonraiControlTower.TestKit;

/// <summary>
/// What the filter of a list may name and how each is compared. A <c>where</c> is read once for a request and not once for each item, so that
/// lists of many thousands are searched quickly.
/// </summary>
internal sealed class ContractWhere<T>
{
    private readonly Dictionary<string, Func<ContractLogical, Predicate<T>>> _fields = [];

    public ContractWhere<T> Text(string key, Func<T, string?> read) => With(key, read, TextTest.Of);

    public ContractWhere<T> List(string key, Func<T, IReadOnlyList<string>> read) => With(key, read, ListTest.Of);

    public ContractWhere<T> Number(string key, Func<T, long?> read) => With(key, read, OrderedTest.Of<long>);

    public ContractWhere<T> Instant(string key, Func<T, DateTimeOffset?> read) => With(key, read, OrderedTest.Of<DateTimeOffset>);

    /// <summary>What an item must pass. Everything passes where nothing is asked for.</summary>
    public Predicate<T> Read(IDictionary<string, object?>? where)
    {
        Predicate<T>[] tests = [.. (where ?? new Dictionary<string, object?>()).Where(entry => entry.Value is not null).Select(Test)];
        return tests.Length == 1 ? tests[0] : one => Array.TrueForAll(tests, test => test(one));
    }

    private Predicate<T> Test(KeyValuePair<string, object?> entry)
    {
        switch (entry.Key)
        {
            case "and":
                var all = ContractFilter.Each(entry.Value).Select(Read).ToArray();
                return one => Array.TrueForAll(all, test => test(one));
            case "or":
                var any = ContractFilter.Each(entry.Value).Select(Read).ToArray();
                return one => Array.Exists(any, test => test(one));
            case "not":
                var denied = Read(ContractFilter.Map(entry.Value));
                return one => !denied(one);
            default:
                return _fields[entry.Key](ContractLogical.Read(ContractFilter.Map(entry.Value)!));
        }
    }

    private ContractWhere<T> With<TValue>(string key, Func<T, TValue> read, Func<ContractLogical, Predicate<TValue>> compare)
    {
        _fields.Add(key, logical =>
        {
            var test = compare(logical);
            return one => test(read(one));
        });
        return this;
    }
}
