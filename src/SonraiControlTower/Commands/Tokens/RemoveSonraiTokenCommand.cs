using System.Management.Automation;
using SonraiControlTower.Binding;
using SonraiControlTower.Hosting;

namespace SonraiControlTower.Commands;

/// <summary>Removes API tokens, where the tenant offers that.</summary>
[Cmdlet(VerbsCommon.Remove, "SonraiToken", DefaultParameterSetName = NameSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveSonraiTokenCommand : AsyncCmdlet
{
    private const string NameSet = "Name";
    private const string TokenSet = "Token";

    [Parameter(Mandatory = true, Position = 0, ParameterSetName = NameSet)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = TokenSet, ValueFromPipeline = true)]
    public SonraiToken? InputObject { get; set; }

    protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        var tokens = InputObject is null ? await FindAsync(cancellationToken) : [InputObject];
        foreach (var token in tokens)
        {
            if (ShouldProcess($"{token.Name} ({token.Srn})", "Remove the API token"))
            {
                await RemoveAsync(token, cancellationToken);
            }
        }
    }

    private async Task RemoveAsync(SonraiToken token, CancellationToken cancellationToken)
    {
        try
        {
            await Session.Dig.Tokens.RemoveAsync(token, cancellationToken);
        }
        catch (SonraiException exception) when (exception.Problem.Kind == ProblemKind.NotFound)
        {
            // Somebody else removed it meanwhile: that is about this one token, not about the next.
            WriteProblem(exception.Problem, token);
        }
    }

    private async Task<List<SonraiToken>> FindAsync(CancellationToken cancellationToken)
    {
        var listed = await Session.Dig.Tokens.ListAsync(cancellationToken).ToListAsync(cancellationToken);
        var found = new List<SonraiToken>();
        foreach (var name in Name!)
        {
            var matching = listed.FindAll(token => NamePattern.Matching([name])!(token.Name));
            if (matching.Count == 0 && !WildcardPattern.ContainsWildcardCharacters(name))
            {
                WriteProblem(TokenProblems.NotFound(name), name);
            }

            found.AddRange(matching.Except(found));
        }

        return found;
    }
}
