using SonraiControlTower.Hosting;

namespace SonraiControlTower.Binding;

/// <summary>
/// A command about users and roles: of the pipeline, named by ARN, name or pattern, each once, or all where none is named. An empty pipeline is never taken
/// for all.
/// </summary>
public abstract class PrincipalCmdlet : AsyncCmdlet
{
    private readonly HashSet<string> _seen = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What the object of the pipeline, or the command line, names; null for nothing.</summary>
    private protected abstract string[]? Named { get; }

    /// <summary>Gives what is known of those; all where none is named.</summary>
    private protected abstract Task GiveAsync(IReadOnlyList<string> principals, CancellationToken cancellationToken);

    protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        if (Named is null)
        {
            await TryAsync([], null, cancellationToken);
            return;
        }

        foreach (var principal in Named.Where(_seen.Add))
        {
            await TryAsync([principal], principal, cancellationToken);
        }
    }

    private protected static IReadOnlyList<AccountId> AccountsOf(string[]? texts) => Array.ConvertAll(texts ?? [], AccountId.Parse);

    private async Task TryAsync(IReadOnlyList<string> principals, string? target, CancellationToken cancellationToken)
    {
        try
        {
            await GiveAsync(principals, cancellationToken);
        }
        catch (SonraiException exception) when (exception.Problem.Id == IdentityProblems.PrincipalNotFound(string.Empty).Id)
        {
            WriteProblem(exception.Problem, target);
        }
    }
}
