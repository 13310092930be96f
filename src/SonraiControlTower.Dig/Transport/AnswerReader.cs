using System.Text.Json;

namespace SonraiControlTower.Dig;

/// <summary>Reads the body of an answer.</summary>
internal static class AnswerReader
{
    private const int LongestMessage = 500;

    public static async Task<Reply> ReadAsync(HttpResponseMessage response, string operation, ApiToken token, CancellationToken cancellationToken)
    {
        try
        {
            var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            await using (body.ConfigureAwait(false))
            {
                var answer = await JsonSerializer.DeserializeAsync(body, WireJson.Default.GraphQLAnswer, cancellationToken).ConfigureAwait(false);
                return answer is { Data: not null } or { HasErrors: true }
                    ? new Reply(Cleaned(answer, token))
                    : Unreadable(response, operation, "it has neither data nor errors.", null);
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidDataException)
        {
            // The text itself is not quoted: it may be long, and may hold a token that was just made.
            var type = response.Content.Headers.ContentType?.MediaType ?? "without a content type";
            return Unreadable(response, operation, $"it is not the JSON of an answer (HTTP {(int)response.StatusCode}, {Clean(type, token)}).", exception);
        }
    }

    /// <summary>A request that HTTP itself calls bad was not executed, whatever its body is.</summary>
    private static Reply Unreadable(HttpResponseMessage response, string operation, string what, Exception? cause) =>
        new(new Failure(
            response.IsSuccessStatusCode ? FailureKind.Unreadable : FailureKind.Refused,
            DigProblems.UnexpectedAnswer(operation, what))
        { Cause = cause });

    private static GraphQLAnswer Cleaned(GraphQLAnswer answer, ApiToken token) => answer with
    {
        Errors = answer.Errors?.Select(error => error with { Message = error.Message is null ? null : Clean(error.Message, token) }).ToList(),
    };

    /// <summary>A server's words end up on a screen and in logs: without the token, without control characters, and not by the page.</summary>
    private static string Clean(string text, ApiToken token)
    {
        var oneLine = string.Concat(text.Replace(token.Reveal(), "(API token)", StringComparison.Ordinal).Select(letter => char.IsControl(letter) ? ' ' : letter));
        return oneLine.Length > LongestMessage ? $"{oneLine[..LongestMessage]}…" : oneLine;
    }
}
