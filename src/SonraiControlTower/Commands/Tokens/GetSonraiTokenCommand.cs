using System.Management.Automation;
using SonraiControlTower.Binding;
using SonraiControlTower.Hosting;

namespace SonraiControlTower.Commands;

/// <summary>Lists the API tokens there are, without their secrets.</summary>
[Cmdlet(VerbsCommon.Get, "SonraiToken")]
[OutputType(typeof(SonraiToken))]
public sealed class GetSonraiTokenCommand : AsyncCmdlet
{
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        var matches = NamePattern.Matching(Name);
        await foreach (var token in Session.Dig.Tokens.ListAsync(cancellationToken))
        {
            if (matches is null || matches(token.Name))
            {
                WriteObject(token);
            }
        }
    }
}
