namespace SonraiControlTower;

/// <summary>Compares roles, looked at from inside their accounts, with what their stack set says of them.</summary>
internal sealed class RoleInspection
{
    private readonly RoleInspector _inspector;
    private readonly StackSet _set;

    private RoleInspection(RoleInspector inspector, StackSet set)
    {
        _inspector = inspector;
        _set = set;
    }

    public static async Task<RoleInspection> OpenAsync(
        IAws aws, AwsAccess access, RollOutPlan plan, StackSet set, CancellationToken cancellationToken)
    {
        var own = await AccountKeys.OpenAsync(aws, access, cancellationToken).ConfigureAwait(false);
        return new(new RoleInspector(aws, own, set.ExecutionRoleName ?? plan.ExecutionRoleName), set);
    }

    /// <summary>The state with what was seen.</summary>
    public async Task<CollectorRoleState> LookAsync(CollectorRoleState state, CancellationToken cancellationToken)
    {
        var arn = RoleArn.Parse(state.RoleArn);
        var look = await _inspector.LookAsync(arn.Account, arn.Name, cancellationToken).ConfigureAwait(false);
        return look.Refusal is { } refusal
            ? state with { Reason = state.Reason ?? $"Nobody could look into the account: {refusal}" }
            : state with { IsInspected = true, Drift = [.. state.Drift, .. DriftOf(state, arn, look)] };
    }

    private IEnumerable<string> DriftOf(CollectorRoleState state, RoleArn arn, RoleLook look)
    {
        if (look.Role is not { } role)
        {
            return state.Status == CollectorRoleCondition.Missing ? [] : [$"There is no role '{arn.Name}', though the stack says so."];
        }

        return
        [
            .. state.Status == CollectorRoleCondition.Missing ? new[] { "There is a role of that name that the stack set did not make." } : [],
            .. TrustDrift(role),
            .. PolicyDrift(arn.Partition, look.PolicyArns),
            .. BoundaryDrift(role),
        ];
    }

    private IEnumerable<string> TrustDrift(IamRole role)
    {
        var externalId = _set.Parameters.GetValueOrDefault(RoleTemplateParameters.CollectorExternalId);
        var known = string.IsNullOrEmpty(externalId) || StackSetDifference.IsHidden(externalId) ? null : ExternalId.Parse(externalId);
        return AccountId.TryParse(_set.Parameters.GetValueOrDefault(RoleTemplateParameters.CollectorAccount), out var collector)
            && TrustPolicy.MismatchOf(role.TrustPolicy, collector, known) is { } mismatch
                ? [$"Its trust differs: {mismatch}."]
                : [];
    }

    private IEnumerable<string> PolicyDrift(string partition, IReadOnlyList<string> has)
    {
        if (_set.Parameters.GetValueOrDefault(RoleTemplateParameters.PolicyChoice) is not { } choice)
        {
            return [];
        }

        var wanted = CollectorPolicies.Of(choice, partition);
        return wanted.Except(has).Select(arn => $"It lacks the policy {arn}.").Concat(has.Except(wanted).Select(arn => $"It has the policy {arn} besides."));
    }

    private IEnumerable<string> BoundaryDrift(IamRole role) =>
        _set.Parameters.TryGetValue(RoleTemplateParameters.PermissionsBoundaryArn, out var wanted) && wanted != (role.PermissionsBoundaryArn ?? "")
            ? [$"Its boundary is '{role.PermissionsBoundaryArn}' instead of '{wanted}'."]
            : [];
}
