namespace SonraiControlTower;

/// <summary>Settles whether a ticket is about a resource that somebody named.</summary>
public static class TicketResource
{
    /// <summary>
    /// By an ARN: the account and the name must be the same, the name being what comes last
    /// (<see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html">Amazon Resource Names</see>). Null where the text is no ARN.
    /// </summary>
    public static Func<SonraiTicket, bool>? ByArn(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Split(':', 6) is not ["arn", _, _, _, var account, var resource])
        {
            return null;
        }

        var name = resource[(resource.LastIndexOfAny(['/', ':']) + 1)..];
        return ticket => ticket.ResourceName == name && (account.Length == 0 || ticket.Account == account);
    }

    /// <summary>By its name or its SRN.</summary>
    public static Func<SonraiTicket, bool> ByName(Func<string, bool> matches) => ticket =>
        (ticket.ResourceName is { } name && matches(name)) || (ticket.ResourceSrn is { } srn && matches(srn));
}
