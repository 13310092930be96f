using System.Globalization;
using GraphQL.Types;
using GraphQLParser.AST;

namespace SonraiControlTower.TestKit;

/// <summary>The scalar <c>DateTime</c>: ISO 8601, <c>YYYY-MM-DD</c>, or seconds since 1970. Without an offset a time is UTC.</summary>
internal sealed class ContractInstant : ScalarGraphType
{
    private static readonly string[] _formats = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];
    private static readonly long _last = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    public ContractInstant() => Name = "DateTime";

    /// <summary>An instant as the contract's answers have it.</summary>
    public static string Text(DateTimeOffset instant) => instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    public static string? Text(DateTimeOffset? instant) => instant is { } given ? Text(given) : null;

    public override object? ParseLiteral(GraphQLValue value) => value switch
    {
        GraphQLNullValue => null,
        GraphQLStringValue text => Read(text.Value.ToString()) ?? ThrowLiteralConversionError(value),
        GraphQLIntValue seconds => Read(seconds.Value.ToString()) ?? ThrowLiteralConversionError(value),
        _ => ThrowLiteralConversionError(value),
    };

    public override object? ParseValue(object? value) => value switch
    {
        null => null,
        string or int or long => Read(Convert.ToString(value, CultureInfo.InvariantCulture)!) ?? ThrowValueConversionError(value),
        _ => ThrowValueConversionError(value),
    };

    public override object? Serialize(object? value) => value is DateTimeOffset instant ? Text(instant) : value;

    private static DateTimeOffset? Read(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? seconds <= _last ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null
            : DateTimeOffset.TryParseExact(
                text, _formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
                ? instant
                : null;
}
