using System.Management.Automation;
using SonraiControlTower.Binding;
using SonraiControlTower.Completion;
using SonraiControlTower.Hosting;

namespace SonraiControlTower.Commands;

/// <summary>Lists Dig's remediation bots for AWS.</summary>
[Cmdlet(VerbsCommon.Get, "SonraiBot")]
[OutputType(typeof(SonraiBot))]
public sealed class GetSonraiBotCommand : AsyncCmdlet
{
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Title { get; set; }

    [Parameter]
    [ArgumentCompleter(typeof(RemediationTypeCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? RemediationType { get; set; }

    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        var matches = NamePattern.Matching(Title);
        await foreach (var bot in Session.Dig.Bots.ListAsync(cancellationToken))
        {
            if ((matches is null || matches(bot.Title)) && IsMeant(bot.RemediationType))
            {
                WriteObject(bot);
            }
        }
    }

    private bool IsMeant(string? type) => RemediationType is null || RemediationType.Contains(type, StringComparer.OrdinalIgnoreCase);
}
