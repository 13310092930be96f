using SonraiControlTower.Aws.Protocol;

namespace SonraiControlTower.Aws.S3;

/// <summary>Calls S3, and makes results of what is not there.</summary>
internal static class S3Call
{
    public static Task<T> SendAsync<T>(string operation, Func<CancellationToken, Task<T>> send, CancellationToken cancellationToken) =>
        Call.AsAsync(S3Service.Service, operation, send, cancellationToken);

    /// <summary>What is asked for; null where S3 answers with one of the codes.</summary>
    public static async Task<T?> OrNullAsync<T>(Task<T> asking, params string[] codes)
        where T : class
    {
        try
        {
            return await asking.ConfigureAwait(false);
        }
        catch (SonraiException refused) when (Refusal.CodeOf(refused) is { } code && codes.Contains(code))
        {
            return null;
        }
    }
}
