using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace SonraiControlTower.Engine;

/// <summary>
/// Reads the document of a policy: lenient where IAM is (one string for a list of one, one Statement for a list of one, numbers and booleans as values
/// of conditions), strict where it is not (unknown and doubled elements, elements that exclude each other). A sentence says what is wrong and where.
/// </summary>
/// <remarks>
/// Names of elements are compared exactly, as IAM writes them. Source:
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">grammar of the IAM JSON policy language</see>.
/// </remarks>
internal ref struct PolicyReader
{
    public const string Version2012 = "2012-10-17";
    public const string Version2008 = "2008-10-17";

    private readonly bool _isUtf8;
    private Utf8JsonReader _json;
    private List<Statement>? _statements;

    public PolicyReader(ReadOnlySpan<byte> utf8Json)
    {
        _isUtf8 = Utf8.IsValid(utf8Json);
        _json = new Utf8JsonReader(utf8Json.StartsWith(Encoding.UTF8.Preamble) ? utf8Json[Encoding.UTF8.Preamble.Length..] : utf8Json);
    }

    public string? Version { get; private set; }

    public string? Id { get; private set; }

    public readonly Statement[] Statements => _statements is null ? [] : [.. _statements];

    /// <exception cref="FormatException">With a sentence that says what is wrong and where.</exception>
    public void Read()
    {
        if (!_isUtf8)
        {
            throw new FormatException("The policy is not text in UTF-8.");
        }

        try
        {
            ReadDocument();
            if (_json.Read())
            {
                throw new FormatException("The policy goes on after its end.");
            }
        }
        catch (JsonException broken)
        {
            throw new FormatException($"The policy is not JSON: line {broken.LineNumber + 1}, byte {broken.BytePositionInLine + 1}.", broken);
        }
        catch (InvalidOperationException broken)
        {
            // The JSON reader says so of \uD800 without its other half.
            throw new FormatException("A string of the policy has half a character in it.", broken);
        }
    }

    private void ReadDocument()
    {
        _json.Read();
        if (_json.TokenType is not JsonTokenType.StartObject)
        {
            throw new FormatException("The policy is not a JSON object.");
        }

        while (NextName())
        {
            if (_json.ValueTextEquals("Version"u8))
            {
                Once(Version, "Version");
                Version = Text("Version");
                if (Version is not (Version2012 or Version2008))
                {
                    throw new FormatException($"The policy's Version is '{Version}'; there are {Version2012} and {Version2008}.");
                }
            }
            else if (_json.ValueTextEquals("Id"u8))
            {
                Once(Id, "Id");
                Id = Text("Id");
            }
            else if (_json.ValueTextEquals("Statement"u8))
            {
                Once(_statements, "Statement");
                _statements = [];
                ReadStatements();
            }
            else
            {
                throw new FormatException($"The policy has the unknown element {_json.GetString()}.");
            }
        }

        if (_statements is null)
        {
            throw new FormatException("The policy has no Statement.");
        }
    }

    private void ReadStatements()
    {
        _json.Read();
        if (_json.TokenType is JsonTokenType.StartObject)
        {
            ReadStatement();
            return;
        }

        if (_json.TokenType is not JsonTokenType.StartArray)
        {
            throw new FormatException("The policy's Statement is neither an object nor a list of objects.");
        }

        while (_json.Read() && _json.TokenType is not JsonTokenType.EndArray)
        {
            if (_json.TokenType is not JsonTokenType.StartObject)
            {
                throw new FormatException($"Statement {_statements!.Count + 1} is not an object.");
            }

            ReadStatement();
        }
    }

    private void ReadStatement()
    {
        var statement = new StatementReader(_statements!.Count);
        statement.Read(ref _json);
        _statements.Add(statement.ToStatement());
    }

    private bool NextName() => _json.Read() && _json.TokenType is JsonTokenType.PropertyName;

    private string Text(string element)
    {
        _json.Read();
        return _json.TokenType is JsonTokenType.String ? _json.GetString()! : throw new FormatException($"The policy's {element} is not a string.");
    }

    private static void Once(object? before, string element)
    {
        if (before is not null)
        {
            throw new FormatException($"The policy has {element} twice.");
        }
    }
}
