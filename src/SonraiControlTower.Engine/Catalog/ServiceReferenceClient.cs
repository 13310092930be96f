using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace SonraiControlTower.Engine;

/// <summary>
/// Fetches AWS's Service Reference: a list of services, and a document for each. It is public and asks for no credentials
/// (<see href="https://docs.aws.amazon.com/service-authorization/latest/reference/service-reference.html">Service Reference</see>).
/// </summary>
internal sealed class ServiceReferenceClient : IDisposable
{
    /// <summary>AWS's list of services.</summary>
    public static readonly Uri Address = new("https://servicereference.us-east-1.amazonaws.com/v1/service-list.json");

    private const int AtOnce = 6;
    private const int Attempts = 2;

    // The longest document, EC2's, has about 2 MB.
    private const int LongestAnswer = 64 * 1024 * 1024;

    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AutomaticDecompression = DecompressionMethods.All,
        UseCookies = false,
        MaxConnectionsPerServer = AtOnce,
        ConnectTimeout = TimeSpan.FromSeconds(15),
    })
    {
        Timeout = TimeSpan.FromSeconds(60),
        MaxResponseContentBufferSize = LongestAnswer,
    };

    /// <summary>Every service, in the list's order. One that fails fails all, since a part of AWS's list would look as if the rest were removed.</summary>
    /// <exception cref="SonraiException"><c>ServiceReferenceUnreachable</c>, <c>ServiceReferenceMalformed</c>.</exception>
    public async Task<IReadOnlyList<CatalogService>> FetchAsync(Uri list, Action<int, int> news, CancellationToken cancellationToken)
    {
        var addresses = Addresses(list, await GetAsync(list, ServiceReferenceJson.Default.IReadOnlyListReferencedService, cancellationToken).ConfigureAwait(false));
        var services = new CatalogService[addresses.Count];
        var read = 0;
        news(0, addresses.Count);
        await Parallel.ForAsync(0, addresses.Count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (place, token) =>
        {
            services[place] = await FetchServiceAsync(addresses[place], token).ConfigureAwait(false);
            news(Interlocked.Increment(ref read), addresses.Count);
        }).ConfigureAwait(false);

        return services.GroupBy(service => service.Prefix, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice
            ? throw new SonraiException(CatalogProblems.Malformed(list, $"the service '{twice.Key}' is there twice."))
            : services;
    }

    public void Dispose() => _http.Dispose();

    private static List<Uri> Addresses(Uri list, IReadOnlyList<ReferencedService> services)
    {
        var addresses = new List<Uri>(services.Count);
        foreach (var service in services)
        {
            if (!Uri.TryCreate(list, service?.Url, out var address) || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != list.Scheme))
            {
                throw new SonraiException(CatalogProblems.Malformed(list, $"the service '{service?.Service}' has no address that can be fetched."));
            }

            addresses.Add(address);
        }

        return addresses.Count > 0 ? addresses : throw new SonraiException(CatalogProblems.Malformed(list, "it lists no service."));
    }

    private async Task<CatalogService> FetchServiceAsync(Uri address, CancellationToken cancellationToken)
    {
        var reference = await GetAsync(address, ServiceReferenceJson.Default.ServiceReference, cancellationToken).ConfigureAwait(false);
        return ServiceReferenceReader.Read(reference)
            ?? throw new SonraiException(CatalogProblems.Malformed(address, "it names no service with actions."));
    }

    private async Task<T> GetAsync<T>(Uri address, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        var bytes = await GetAsync(address, cancellationToken).ConfigureAwait(false);
        try
        {
            return JsonSerializer.Deserialize(bytes, type) ?? throw new SonraiException(CatalogProblems.Malformed(address, "it is null."));
        }
        catch (JsonException fault)
        {
            throw new SonraiException(CatalogProblems.Malformed(address, fault.Message), fault);
        }
    }

    // Reading is idempotent, so that what fails on the way is tried once more; a refusal is not.
    private async Task<byte[]> GetAsync(Uri address, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await _http.GetByteArrayAsync(address, cancellationToken).ConfigureAwait(false);
            }
            catch (HttpRequestException fault) when (attempt == Attempts || fault.StatusCode is >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError)
            {
                throw new SonraiException(CatalogProblems.Unreachable(address, fault.Message), fault);
            }
            catch (HttpRequestException)
            {
                continue;
            }
            catch (TaskCanceledException fault) when (!cancellationToken.IsCancellationRequested)
            {
                if (attempt == Attempts)
                {
                    throw new SonraiException(CatalogProblems.Unreachable(address, "it did not answer in time."), fault);
                }
            }
        }
    }
}
