using System.Runtime.CompilerServices;

namespace SonraiControlTower.Sandbox;

/// <summary>
/// Where one caller's requests to one service arrive: they are throttled, belong to somebody, find the landing zone as it is at that time, and a
/// refusal becomes the problem that the adapter makes of it.
/// </summary>
/// <param name="zone">The landing zone.</param>
/// <param name="throttle">How often the service may be called.</param>
/// <param name="caller">Whose keys these are, asked for every request.</param>
/// <param name="problemOf">The service's own problems by operation, code and words; null for a code that all services share.</param>
internal sealed class ServiceDesk(
    LandingZone zone, Throttle throttle, Func<Caller> caller, Func<string, string, string, Problem?> problemOf)
{
    /// <summary>As many as AWS puts on a page of CloudFormation and IAM.</summary>
    public const int PageSize = 100;

    public async Task<T> AskAsync<T>(string operation, Func<Caller, T> work, CancellationToken cancellationToken)
    {
        await throttle.PassAsync(operation, cancellationToken).ConfigureAwait(false);
        try
        {
            return zone.Atomically(() => work(caller()));
        }
        catch (AwsFault fault)
        {
            throw new SonraiException(problemOf(operation, fault.Code, fault.Message) ?? Common(operation, fault), fault);
        }
    }

    public async Task AskAsync(string operation, Action<Caller> work, CancellationToken cancellationToken) =>
        await AskAsync(operation, one => { work(one); return true; }, cancellationToken).ConfigureAwait(false);

    /// <summary>Lists what is there at the first request, a page at a time.</summary>
    public async IAsyncEnumerable<T> ListAsync<T>(
        string operation, Func<Caller, IReadOnlyList<T>> work, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var all = await AskAsync(operation, work, cancellationToken).ConfigureAwait(false);
        for (var position = 0; position < all.Count; position++)
        {
            if (position > 0 && position % PageSize == 0)
            {
                await throttle.PassAsync(operation, cancellationToken).ConfigureAwait(false);
            }

            yield return all[position];
        }
    }

    private static Problem Common(string operation, AwsFault fault) => fault.Code switch
    {
        "AccessDenied" => AwsProblems.NotAllowed(operation, fault.Message),
        "TooManyRequestsException" or "ThrottlingException" => AwsProblems.Throttled(operation),
        "ExpiredToken" or "InvalidClientTokenId" => AwsProblems.CredentialsUnusable(fault.Message),
        _ => AwsProblems.Refused(operation, fault.Code, fault.Message),
    };
}
