namespace SonraiControlTower;

/// <summary>Settles whether a ticket is about a resource that somebody named.</summary>
public static class TicketResource
{
    /// <summary>
    /// By an ARN or a pattern of ARNs: the account and the name must match, the name being what comes last
    /// (<see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html">Amazon Resource Names</see>). Null where the text is no ARN.
    /// </summary>
    /// <param name="text">What was given.</param>
    /// <param name="matching">Makes a test of a pattern.</param>
    public static Func<SonraiTicket, bool>? ByArn(string text, Func<string, Func<string, bool>> matching)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(matching);
        if (text.Split(':', 6) is not ["arn", _, _, _, var account, var resource])
        {
            return null;
        }

        var isName = matching(resource[(resource.LastIndexOfAny(['/', ':']) + 1)..]);
        var isAccount = account.Length == 0 ? _ => true : matching(account);
        return ticket => ticket is { ResourceName: { } name, Account: { } owner } && isName(name) && isAccount(owner);
    }

    /// <summary>By its name or its SRN.</summary>
    public static Func<SonraiTicket, bool> ByName(Func<string, bool> matches) => ticket =>
        (ticket.ResourceName is { } name && matches(name)) || (ticket.ResourceSrn is { } srn && matches(srn));

    /// <summary>Patterns of which the ARN of the user, role or group fits one that a ticket is about, with and without a path; none where it tells of none.</summary>
    public static IReadOnlyList<string> PrincipalPatterns(SonraiTicket ticket)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        if (ticket.ResourceName is not { Length: > 0 } name || !AccountId.TryParse(ticket.Account, out var account))
        {
            return [];
        }

        var kind = ticket.ResourceType switch { "User" => "user", "Role" => "role", "Group" => "group", _ => "*" };
        return [$"arn:*:iam::{account}:{kind}/{name}", $"arn:*:iam::{account}:{kind}/*/{name}"];
    }
}
