using System.Management.Automation;
using SonraiControlTower.Binding;
using SonraiControlTower.Completion;

namespace SonraiControlTower.Commands;

/// <summary>Assigns tickets to somebody, comments on them, or both.</summary>
[Cmdlet(VerbsCommon.Set, "SonraiTicket", SupportsShouldProcess = true)]
[OutputType(typeof(TicketResult))]
public sealed class SetSonraiTicketCommand : TicketCmdlet
{
    private const string NotBlank = @"\S";

    [Parameter]
    [ArgumentCompleter(typeof(UserCompleter))]
    [ValidateNotNullOrEmpty]
    public string? AssignTo { get; set; }

    [Parameter]
    [ValidatePattern(NotBlank)]
    public string? Comment { get; set; }

    private protected override async Task<TicketChange> ChangeAsync(CancellationToken cancellationToken)
    {
        if (AssignTo is null && Comment is null)
        {
            throw new SonraiException(TicketProblems.NothingToSet);
        }

        var assignee = AssignTo is null ? null : await UserChoice.ChooseAsync(Session.Dig.Users, AssignTo, cancellationToken);
        return TicketChange.Note(assignee, Comment);
    }
}
