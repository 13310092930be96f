using System.Text.Json;
using GraphQL;

namespace SonraiControlTower.TestKit;

/// <summary>The tenant behind a contract server: what its operations do.</summary>
internal sealed class ContractTenant
{
    public ContractTenant(DigContractOptions options)
    {
        Options = options;
        Tokens = new ContractTokens(options);
        Frameworks = new ContractFrameworks(options.Org);
        Users = new ContractUsers(options);
        Tickets = new ContractTickets(options);
        Work = new TicketWork(options, Tickets, Users);
        Searches = new ContractSearches(options.Org);
        AuditLogs = new ContractAuditLogs(options.Org);
    }

    public DigContractOptions Options { get; }

    public ContractTokens Tokens { get; }

    public ContractAccounts Accounts { get; } = new();

    public ContractFrameworks Frameworks { get; }

    public ContractBots Bots { get; } = new();

    public ContractUsers Users { get; }

    public ContractTickets Tickets { get; }

    public TicketWork Work { get; }

    public ContractSearches Searches { get; }

    public ContractAuditLogs AuditLogs { get; }

    public ContractCard FindCollectors(IResolveFieldContext context)
    {
        var where = context.GetArgument<IDictionary<string, object?>?>("where");
        return ContractCard.Of(Accounts.Collectors(one => IsMeant(one, where)), context, Options);
    }

    public ContractCard FindAccounts(IResolveFieldContext context)
    {
        var where = context.GetArgument<IDictionary<string, object?>?>("where");
        return ContractCard.Of(Accounts.Accounts(one => IsMeant(one, where)), context, Options);
    }

    public ContractCard FindBots(IResolveFieldContext context) =>
        ContractCard.Of(Bots.Find(context.GetArgument<IDictionary<string, object?>?>("where")), context, Options);

    public ContractToken IssueToken(IResolveFieldContext context)
    {
        var input = context.GetArgument<IDictionary<string, object?>>("input");
        var seconds = input.TryGetValue("expiresIn", out var given) && given is int asked ? asked : 86400;
        if (seconds < Options.ShortestTokenLife || seconds > Options.LongestTokenLife)
        {
            throw new ContractRefusal($"expiresIn must be between {Options.ShortestTokenLife} and {Options.LongestTokenLife}");
        }

        var lifetime = TimeSpan.FromSeconds(seconds);
        var granted = Options.GrantAtMost is { } most && most < lifetime ? most : lifetime;
        return Tokens.Issue(input.TryGetValue("name", out var name) ? name?.ToString() ?? "" : "", granted);
    }

    public bool RemoveToken(string srn) =>
        Tokens.Revoke(one => one.Srn == srn) ? true : throw new ContractRefusal($"no SonraiUserToken '{srn}'");

    public ContractAccount Register(IResolveFieldContext context)
    {
        var value = context.GetArgument<IDictionary<string, object?>>("value");
        var collector = ContractFilter.Map(value["containedByAccount"])?["add"] is IEnumerable<object?> add ? add.FirstOrDefault()?.ToString() : null;
        var blob = value.TryGetValue("blob", out var given) ? given : null;
        var (account, refusal) = Accounts.Register(
            Options.Org, collector, value.TryGetValue("cloudType", out var cloud) ? cloud?.ToString() : null, JsonSerializer.Serialize(blob));
        return account ?? throw new ContractRefusal(refusal!);
    }

    /// <summary>Puts a blob in the place of the one there was; a value without one leaves it.</summary>
    public ContractAccount Change(IResolveFieldContext context)
    {
        var value = context.GetArgument<IDictionary<string, object?>>("value");
        var (account, refusal) = Accounts.Change(
            context.GetArgument<string>("srn"), value.TryGetValue("blob", out var given) ? JsonSerializer.Serialize(given) : null);
        return account ?? throw new ContractRefusal(refusal!);
    }

    public bool Unregister(string srn) =>
        Accounts.Remove(srn) ? true : throw new ContractRefusal($"no PlatformCloudAccount '{srn}'");

    private static bool IsMeant(ContractCollector one, IDictionary<string, object?>? where) =>
        ContractFilter.Passes(where, (key, filter) => key switch
        {
            "srn" => ContractFilter.Matches(one.Srn, filter),
            "name" => ContractFilter.Matches(one.Name, filter),
            _ => ContractFilter.Matches(one.CloudType, filter),
        });

    private static bool IsMeant(ContractAccount one, IDictionary<string, object?>? where) =>
        ContractFilter.Passes(where, (key, filter) => key switch
        {
            "srn" => ContractFilter.Matches(one.Srn, filter),
            "name" => ContractFilter.Matches(one.Number, filter),
            "cloudType" => ContractFilter.Matches(one.CloudType, filter),
            "blob" => ContractFilter.Matches(one.Blob, filter),
            _ => IsMeant(one.Collector, filter.TryGetValue("items", out var items) ? ContractFilter.Map(items) : null),
        });
}
