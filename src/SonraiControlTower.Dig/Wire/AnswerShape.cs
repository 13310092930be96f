using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace SonraiControlTower.Dig;

/// <summary>Reads a root field of an answer in the shape that the contract gives it.</summary>
internal static class AnswerShape
{
    /// <summary>The field of a query's answer. Partial results are a failure, as in every public client.</summary>
    /// <exception cref="SonraiException"><c>DigErrors</c>, <c>DigUnexpectedAnswer</c>.</exception>
    public static T Read<T>(this GraphQLAnswer answer, string operation, string key, JsonTypeInfo<T> shape)
        where T : class =>
        answer.HasErrors
            ? throw new SonraiException(DigProblems.Errors(operation, answer.Messages))
            : answer.ReadBesideErrors(operation, key, shape)
                ?? throw new SonraiException(DigProblems.UnexpectedAnswer(operation, $"'{key}' is null."));

    /// <summary>The field of an answer whose errors are dealt with elsewhere; null where it is null.</summary>
    public static T? ReadBesideErrors<T>(this GraphQLAnswer answer, string operation, string key, JsonTypeInfo<T> shape)
        where T : class
    {
        try
        {
            return answer.Field(key)?.Deserialize(shape);
        }
        catch (JsonException)
        {
            throw new SonraiException(DigProblems.UnexpectedAnswer(operation, $"'{key}' has another shape."));
        }
    }
}
