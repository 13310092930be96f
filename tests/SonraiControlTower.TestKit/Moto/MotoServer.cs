using System.Net;
using System.Net.Sockets;
using Xunit;

namespace SonraiControlTower.TestKit.Moto;

/// <summary>
/// moto, an emulator of AWS's wire, on a free port of this machine for as long as the fixture lives. It checks the wire, not AWS's behaviour:
/// it accepts any key and any external id. Source: <see href="https://docs.getmoto.org/en/latest/docs/server_mode.html">server mode</see>.
/// </summary>
public sealed class MotoServer : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan _toStart = TimeSpan.FromMinutes(1);
    private readonly HttpClient _http = new();
    private MotoProcess? _process;

    /// <summary>Where moto_server lies; null if it is not on the PATH.</summary>
    public static string? Program { get; } = MotoProcess.Find();

    /// <summary>The address of every service.</summary>
    public Uri Endpoint { get; private set; } = new("http://127.0.0.1:0/");

    /// <summary>Starts moto and waits until it answers; does nothing where moto is absent, for then every test is skipped.</summary>
    public async Task InitializeAsync()
    {
        if (Program is null && Environment.GetEnvironmentVariable("SONRAI_REQUIRE_MOTO") != "1")
        {
            return;
        }

        var port = FreePort();
        Endpoint = new Uri($"http://127.0.0.1:{port}/");
        _process = MotoProcess.Start(Program ?? throw new InvalidOperationException("moto_server is not on the PATH."), port);
        using var patience = new CancellationTokenSource(_toStart);
        while (!await AnswersAsync(patience.Token))
        {
            await Task.Delay(100, patience.Token);
        }
    }

    /// <summary>Forgets everything that tests made.</summary>
    public async Task ResetAsync()
    {
        using var answer = await _http.PostAsync(new Uri(Endpoint, "moto-api/reset"), content: null);
        answer.EnsureSuccessStatusCode();
    }

    public Task DisposeAsync()
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _process?.Dispose();
        _process = null;
        _http.Dispose();
    }

    private async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        _process!.ThrowIfGone();
        try
        {
            using var answer = await _http.GetAsync(new Uri(Endpoint, "moto-api/data.json"), cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
