using System.Text;

namespace SonraiControlTower;

/// <summary>Keeps tickets in step with what is done about them. That a ticket cannot be changed undoes nothing: it is told.</summary>
internal sealed class RemediationTickets(ITickets tickets)
{
    /// <summary>Closes a ticket, and says what was done.</summary>
    public Task<Problem?> CloseAsync(SonraiRemediation remediation, CancellationToken cancellationToken) =>
        ChangeAsync(remediation, TicketChange.CloseWith(Done(remediation)), cancellationToken);

    /// <summary>Opens a ticket again, and says why.</summary>
    public Task<Problem?> ReopenAsync(SonraiRemediation remediation, string why, CancellationToken cancellationToken) =>
        ChangeAsync(remediation, TicketChange.ReopenWith(why), cancellationToken);

    /// <summary>Says something on a ticket.</summary>
    public Task<Problem?> CommentAsync(SonraiRemediation remediation, string comment, CancellationToken cancellationToken) =>
        ChangeAsync(remediation, TicketChange.Note(null, comment), cancellationToken);

    private async Task<Problem?> ChangeAsync(SonraiRemediation remediation, TicketChange change, CancellationToken cancellationToken)
    {
        if (remediation.TicketSrn is not { } srn)
        {
            return null;
        }

        try
        {
            var end = (await new TicketChanger(tickets, change).ApplyAsync([srn], cancellationToken).ConfigureAwait(false))[0];

            // A ticket that is already so gets its comment all the same.
            return end.Result.Status == TicketOutcome.AlreadyDone && change.Status is not null
                ? await ChangeAsync(remediation, TicketChange.Note(null, change.Comment), cancellationToken).ConfigureAwait(false)
                : end.Problem;
        }
        catch (SonraiException failure)
        {
            return failure.Problem;
        }
    }

    private static string Done(SonraiRemediation remediation)
    {
        var text = new StringBuilder($"Remedied by {remediation.By} with {remediation.Method} (remediation {remediation.Id}; Undo-SonraiRemediation takes it back).");
        foreach (var change in remediation.Steps.Select(step => step.Change).Where(change => change is not VerifyAccess))
        {
            text.Append('\n').Append("- ").Append(change).Append('.');
        }

        return text.ToString();
    }
}
