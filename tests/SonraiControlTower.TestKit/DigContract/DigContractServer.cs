using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace SonraiControlTower.TestKit;

/// <summary>
/// Dig's GraphQL contract on a loopback port: what a tenant does, as far as it is public, with faults on demand and a record of what it was asked.
/// </summary>
public sealed partial class DigContractServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ContractTenant _tenant;
    private readonly ConcurrentDictionary<string, ConcurrentQueue<ServerFault>> _faults;

    private DigContractServer(
        WebApplication app, ContractTenant tenant, ContractRecord record, ConcurrentDictionary<string, ConcurrentQueue<ServerFault>> faults) =>
        (_app, _tenant, Record, _faults) = (app, tenant, record, faults);

    /// <summary>The GraphQL endpoint.</summary>
    public Uri Endpoint => new(new Uri(_app.Urls.First()), "/graphql");

    /// <summary>What was asked.</summary>
    public ContractRecord Record { get; }

    /// <summary>The account number of every registration that arrived, whatever came of it.</summary>
    public IReadOnlyList<string> RegistrationsSent => _tenant.Accounts.Sent;

    /// <summary>The account numbers registered now.</summary>
    public IReadOnlyList<string?> Registered => [.. _tenant.Accounts.Accounts(_ => true).Select(one => one.Number)];

    public static async Task<DigContractServer> StartAsync(DigContractOptions? options = null)
    {
        var tenant = new ContractTenant(options ?? new DigContractOptions());
        var record = new ContractRecord();
        var faults = new ConcurrentDictionary<string, ConcurrentQueue<ServerFault>>();
        var endpoint = new ContractEndpoint(tenant, record, faults);

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapPost("/graphql", endpoint.AnswerAsync);
        await app.StartAsync();
        return new DigContractServer(app, tenant, record, faults);
    }

    /// <summary>Adds a collector deployment and gives its SRN.</summary>
    public string AddCollector(string name, string cloudType = "aws") => _tenant.Accounts.AddCollector(_tenant.Options.Org, name, cloudType).Srn;

    /// <summary>Registers an account behind the API's back, as the portal would, and gives its SRN.</summary>
    public string AddAccount(string collectorSrn, string blob, string cloudType = "aws") =>
        _tenant.Accounts.Register(_tenant.Options.Org, collectorSrn, cloudType, blob) is ({ } account, _)
            ? account.Srn
            : throw new ArgumentException($"no such collector, or the account exists: {blob}");

    /// <summary>Adds a bot and gives its SRN.</summary>
    public string AddBot(
        string title, string? remediationType = null, string cloud = "AWS", string type = "Remediation", string? requiredPermissions = null) =>
        _tenant.Bots.Add(title, remediationType, cloud, type, requiredPermissions).Srn;

    /// <summary>From now on, registrations and changes of this account are refused with the message.</summary>
    public void Refuse(string accountNumber, string message) => _tenant.Accounts.Refuse(accountNumber, message);

    /// <summary>From now on, changes of this account are taken, and nothing comes of them.</summary>
    public void LeaveAccountUnmoved(string accountNumber) => _tenant.Accounts.LeaveUnmoved(accountNumber);

    /// <summary>From now on, changes of accounts lose this key of the blob.</summary>
    public void Forget(string key) => _tenant.Accounts.Forget(key);

    /// <summary>The blob of an account as the server has it; null where there is none.</summary>
    public string? BlobOf(string accountNumber) => _tenant.Accounts.Accounts(one => one.Number == accountNumber).SingleOrDefault()?.Blob;

    /// <summary>Adds a swimlane, and gives its SRN; the one titled Global holds everything.</summary>
    public string AddSwimlane(string title, params IReadOnlyList<string> accounts) => _tenant.Frameworks.AddSwimlane(title, accounts).Srn;

    /// <summary>Adds a control framework and gives its SRN; the tenant's own where none is given.</summary>
    public string AddFramework(string title, bool enabled = false, string? srn = null, params IReadOnlyList<string> policies) =>
        _tenant.Frameworks.AddFramework(title, srn, enabled, policies).Srn;

    /// <summary>Adds the four frameworks of AWS's walkthrough.</summary>
    public IReadOnlyList<string> AddLeastPrivilege() =>
    [
        .. new[] { "AWS Administrator", "Policy", "Role", "Service Admin" }.Select(subject => AddFramework($"Least Privilege – Optimize {subject}")),
    ];

    /// <summary>The titles of the frameworks enabled globally now.</summary>
    public IReadOnlyList<string> EnabledFrameworks => [.. _tenant.Frameworks.Frameworks(one => one.IsEnabled).Select(one => one.Title)];

    /// <summary>From now on, changes of this framework are refused with the message.</summary>
    public void RefuseFramework(string srn, string message) => _tenant.Frameworks.Refuse(srn, message);

    /// <summary>From now on, changes of this framework are taken, and nothing comes of them.</summary>
    public void LeaveUnmoved(string srn) => _tenant.Frameworks.LeaveUnmoved(srn);

    /// <summary>Issues a token; a negative lifetime gives one that has ended.</summary>
    public string IssueToken(TimeSpan? lifetime = null, string? org = null, string? env = null, string name = "test") =>
        _tenant.Tokens.Issue(name, lifetime ?? TimeSpan.FromHours(2), org, env).Text;

    /// <summary>Revokes a token.</summary>
    public void Revoke(string token) => _tenant.Tokens.Revoke(one => one.Text == token);

    /// <summary>What happens to the next requests for an operation, in this order.</summary>
    public void Script(string operation, params IEnumerable<ServerFault> faults)
    {
        var queue = _faults.GetOrAdd(operation, static _ => new ConcurrentQueue<ServerFault>());
        foreach (var fault in faults)
        {
            queue.Enqueue(fault);
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
