namespace SonraiControlTower;

/// <summary>Looks at a role from inside its account, through a role there that the credentials at hand may assume.</summary>
internal sealed class RoleInspector(IAws aws, AccountKeys own, string executionRoleName)
{
    /// <summary>The role as IAM has it.</summary>
    public async Task<RoleLook> LookAsync(AccountId account, string roleName, CancellationToken cancellationToken)
    {
        var (keys, refusal) = await own.EnterAsync(aws, account, executionRoleName, cancellationToken).ConfigureAwait(false);
        if (keys is null)
        {
            return new(null, [], refusal);
        }

        try
        {
            var iam = await aws.OpenIamAsync(keys.Access, cancellationToken).ConfigureAwait(false);
            var role = await iam.Roles.GetAsync(roleName, cancellationToken).ConfigureAwait(false);
            return new(
                role,
                role is null ? [] : await iam.IdentityPolicies.ListAttachedAsync(IamIdentity.Role(roleName), cancellationToken)
                    .Select(policy => policy.Arn).ToListAsync(cancellationToken).ConfigureAwait(false),
                null);
        }
        catch (SonraiException denied) when (denied.Problem.Kind == ProblemKind.NotAllowed)
        {
            return new(null, [], denied.Message);
        }
    }
}

/// <summary>What was seen.</summary>
/// <param name="Role">The role; null where there is none, or where nobody could look.</param>
/// <param name="PolicyArns">The managed policies that it has.</param>
/// <param name="Refusal">AWS's words where nobody could look; null where somebody could.</param>
internal sealed record RoleLook(IamRole? Role, IReadOnlyList<string> PolicyArns, string? Refusal);
