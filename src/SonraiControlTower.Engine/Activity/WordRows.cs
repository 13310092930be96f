namespace SonraiControlTower.Engine;

/// <summary>The numbers that the store has for calls and error codes, beside those in memory.</summary>
internal sealed class WordRows(StatementSource statements, ActivityWords words)
{
    private const long CallKind = 1;
    private const long ErrorKind = 2;
    private const char Between = '\n';
    private readonly Dictionary<int, long> _calls = [];
    private readonly Dictionary<int, long> _errors = [];
    private readonly Dictionary<long, int> _callsBack = [];
    private readonly Dictionary<long, int> _errorsBack = [];

    public long OfCall(int call)
    {
        if (!_calls.TryGetValue(call, out var word))
        {
            var name = words.Calls[call];
            word = Word(CallKind, name.Source + Between + name.Name);
            _calls.Add(call, word);
        }

        return word;
    }

    public long OfError(int error)
    {
        if (!_errors.TryGetValue(error, out var word))
        {
            word = Word(ErrorKind, words.Errors[error]);
            _errors.Add(error, word);
        }

        return word;
    }

    public int CallOf(long word)
    {
        if (!_callsBack.TryGetValue(word, out var call))
        {
            call = CallNamed(Text(word));
            _callsBack.Add(word, call);
        }

        return call;
    }

    public int ErrorOf(long word)
    {
        if (!_errorsBack.TryGetValue(word, out var error))
        {
            error = words.Errors.Of(Text(word));
            _errorsBack.Add(word, error);
        }

        return error;
    }

    /// <summary>Reads all at once, where all will be asked for.</summary>
    public void ReadAll()
    {
        using var reader = statements("SELECT id, kind, text FROM word").ExecuteReader();
        while (reader.Read())
        {
            if (reader.GetInt64(1) == CallKind)
            {
                _callsBack[reader.GetInt64(0)] = CallNamed(reader.GetString(2));
            }
            else
            {
                _errorsBack[reader.GetInt64(0)] = words.Errors.Of(reader.GetString(2));
            }
        }
    }

    private int CallNamed(string text)
    {
        var between = text.IndexOf(Between, StringComparison.Ordinal);
        return words.Calls.Of(new LogCall(text[..Math.Max(0, between)], text[(between + 1)..]));
    }

    private long Word(long kind, string text)
    {
        statements("INSERT OR IGNORE INTO word (kind, text) VALUES ($1, $2)", kind, text).ExecuteNonQuery();
        return (long)statements("SELECT id FROM word WHERE kind = $1 AND text = $2", kind, text).ExecuteScalar()!;
    }

    private string Text(long word) =>
        statements("SELECT text FROM word WHERE id = $1", word).ExecuteScalar() as string
        ?? throw new InvalidDataException("The counts in the store are damaged.");
}
