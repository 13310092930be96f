namespace SonraiControlTower;

/// <summary>Every account has the role, and it lets the collector in with its external id, and nobody without.</summary>
internal sealed class RoleCheck : ICheck
{
    public string Name => "Role in every account";

    public async Task<IntegrationCheck> LookAsync(CheckedIntegration integration, CancellationToken cancellationToken)
    {
        var stack = integration.Stack;
        if (stack is not { RoleName: { } roleName, CollectorAccount: { } collectorAccount })
        {
            return IntegrationCheck.Fail(Name, "The stack names no role.", "Run Install-SonraiIntegration again.");
        }

        // The external id is no parameter that CloudFormation shows; the role that the stack itself made has it.
        var collector = AccountId.Parse(collectorAccount);
        var iam = await integration.Aws.OpenIamAsync(integration.Access, cancellationToken).ConfigureAwait(false);
        var own = await iam.Roles.GetAsync(roleName, cancellationToken).ConfigureAwait(false);
        if (own is null || TrustPolicy.ExternalIdOf(own.TrustPolicy, collector) is not { } externalId)
        {
            return IntegrationCheck.Fail(
                Name,
                own is null ? $"The management account has no role '{roleName}'." : $"The management account's role: {TrustPolicy.MismatchOf(own.TrustPolicy, collector, null) ?? "it asks for several external ids"}.",
                "Run Update-SonraiIntegration, which brings the role back as it shall be.");
        }

        var plan = new ProofPlan { ExternalId = externalId, RoleName = roleName, CollectorAccount = collector, Patience = TimeSpan.Zero };
        var proof = new AccountProof(integration.Aws, integration.Access, plan, integration.Clock);
        var accounts = await integration.ActiveAccountsAsync(cancellationToken).ConfigureAwait(false);
        var failed = await proof.TestAsync(accounts, cancellationToken).Where(test => !test.HasPassed)
            .OrderBy(test => test.AccountId, StringComparer.Ordinal).ToListAsync(cancellationToken).ConfigureAwait(false);
        return failed.Count == 0
            ? IntegrationCheck.Pass(Name, $"All {accounts.Count} accounts let the collector in with its external id, and nobody without.")
            : IntegrationCheck.Fail(
                Name,
                $"{failed.Count} of {accounts.Count} accounts do not: {CheckedIntegration.Named([.. failed.Select(test => $"{test.AccountId} ({test.Blocker})")])}.",
                failed[0].Remedy is { } remedy && failed.TrueForAll(test => test.Remedy == remedy)
                    ? remedy
                    : "Test-SonraiAccount tells what stands in the way of each; Sync-SonraiAccount installs what is missing.");
    }
}
