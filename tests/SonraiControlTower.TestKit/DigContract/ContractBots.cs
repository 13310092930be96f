using System.Globalization;

namespace SonraiControlTower.TestKit;

/// <summary>The bots of a contract server.</summary>
internal sealed class ContractBots
{
    private readonly Lock _gate = new();
    private readonly List<ContractBot> _bots = [];

    public ContractBot Add(string title, string? remediationType, string cloud, string type, string? requiredPermissions)
    {
        lock (_gate)
        {
            var srn = string.Create(CultureInfo.InvariantCulture, $"srn:supersonrai::bot/{_bots.Count + 1:x8}");
            var bot = new ContractBot(srn, title, type, cloud, remediationType, requiredPermissions);
            _bots.Add(bot);
            return bot;
        }
    }

    public IReadOnlyList<ContractBot> Find(IDictionary<string, object?>? where)
    {
        lock (_gate)
        {
            return [.. _bots.Where(bot => IsMeant(bot, where))];
        }
    }

    private static bool IsMeant(ContractBot one, IDictionary<string, object?>? where) =>
        ContractFilter.Passes(where, (key, filter) => ContractFilter.Matches(
            key switch
            {
                "srn" => one.Srn,
                "cloudType" => one.Cloud,
                "type" => one.Type,
                _ => one.RemediationType,
            },
            filter));
}

internal sealed record ContractBot(string Srn, string Title, string Type, string Cloud, string? RemediationType, string? RequiredPermissions);
