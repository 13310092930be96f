namespace SonraiControlTower;

/// <summary>What identities may do.</summary>
public interface IPermissions
{
    /// <summary>Answers principal by principal, action by action, in their order.</summary>
    /// <exception cref="SonraiException"><c>PrincipalNotFound</c>, <c>PolicyMalformed</c>.</exception>
    IAsyncEnumerable<SonraiEffectivePermission> ListAsync(EffectivePermissionQuery query, CancellationToken cancellationToken);
}
