namespace SonraiControlTower.Engine;

/// <summary>What the imported identities may do.</summary>
/// <param name="estate">Tells what was imported, as it is when somebody asks.</param>
/// <param name="catalog">Tells the actions there are, likewise.</param>
internal sealed class LocalPermissions(Func<Estate> estate, Func<ActionCatalog> catalog) : IPermissions
{
    public IAsyncEnumerable<SonraiEffectivePermission> ListAsync(EffectivePermissionQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        return List(query, cancellationToken).ToAsyncEnumerable();
    }

    private IEnumerable<SonraiEffectivePermission> List(EffectivePermissionQuery query, CancellationToken cancellationToken)
    {
        var question = PermissionQuestion.Of(query, estate(), catalog());
        foreach (var principal in PermissionPrincipals.Find(question.Estate, query.Principals))
        {
            foreach (var answer in query.Resource is null ? question.Everywhere(principal) : question.On(principal, query.Resource))
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return answer;
            }
        }
    }
}
