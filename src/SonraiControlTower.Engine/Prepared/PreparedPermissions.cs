namespace SonraiControlTower.Engine;

/// <summary>Permissions: questions wait for the intake.</summary>
internal sealed class PreparedPermissions(Func<IPermissions> inner, Intake intake) : IPermissions
{
    public IAsyncEnumerable<SonraiEffectivePermission> ListAsync(EffectivePermissionQuery query, CancellationToken cancellationToken) =>
        intake.ThenAsync(() => inner().ListAsync(query, cancellationToken), cancellationToken);
}
