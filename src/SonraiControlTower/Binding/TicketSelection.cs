using System.Management.Automation;

namespace SonraiControlTower.Binding;

/// <summary>From what was typed to which tickets are meant.</summary>
internal static class TicketSelection
{
    /// <summary>The frameworks that look for least privilege, by the title that Sonrai gives them.</summary>
    public const string LeastPrivilege = "*Least Privilege*";

    private const string Every = "*";

    /// <summary>The SRNs of the swimlanes of these titles or SRNs.</summary>
    /// <exception cref="SonraiException"><c>SwimlaneNotFound</c>, <c>SwimlaneAmbiguous</c>.</exception>
    public static async Task<IReadOnlyList<string>> SwimlanesAsync(IDig dig, string[]? texts, CancellationToken cancellationToken)
    {
        var srns = new List<string>();
        foreach (var text in texts ?? [])
        {
            srns.Add((await SwimlaneChoice.ChooseAsync(dig.Swimlanes, text, cancellationToken)).Srn);
        }

        return srns;
    }

    /// <summary>The SRNs of the frameworks of these titles, patterns or SRNs; null where every ticket is meant, whatever its framework.</summary>
    /// <exception cref="SonraiException"><c>FrameworkNotFound</c>.</exception>
    public static async Task<IReadOnlyList<string>?> FrameworksAsync(IDig dig, string[] texts, CancellationToken cancellationToken)
    {
        if (texts.Contains(Every))
        {
            return null;
        }

        var known = await dig.ControlFrameworks.ListAsync(cancellationToken).ToListAsync(cancellationToken);
        var meant = texts.SelectMany(text => FrameworkChoice.Choose(
            known, text, !WildcardPattern.ContainsWildcardCharacters(text), TitlePattern.Matching([text])!));
        return [.. meant.Select(framework => framework.Srn).Distinct()];
    }

    /// <summary>Whether a ticket is about one of these resources: an ARN, or a pattern of names or SRNs; null accepts every one.</summary>
    public static Func<SonraiTicket, bool>? Resources(string[]? texts)
    {
        if (texts is null or [])
        {
            return null;
        }

        var tests = Array.ConvertAll(texts, text =>
            TicketResource.ByArn(text, pattern => NamePattern.Matching([pattern])!) ?? TicketResource.ByName(NamePattern.Matching([text])!));
        return ticket => Array.Exists(tests, test => test(ticket));
    }
}
