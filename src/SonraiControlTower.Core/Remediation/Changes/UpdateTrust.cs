namespace SonraiControlTower;

/// <summary>Who may assume a role is written anew.</summary>
/// <param name="RoleArn">The role.</param>
/// <param name="Document">What its trust policy is to say.</param>
/// <param name="Before">What it says.</param>
public sealed record UpdateTrust(string RoleArn, string Document, string Before) : IamChange
{
    public override string ToString() => $"Rewrite who may assume {IamArn.Short(RoleArn)}";

    internal override async Task<Standing> LookAsync(RemediationSite site, CancellationToken cancellationToken) =>
        await site.Iam.Roles.GetAsync(Name, cancellationToken).ConfigureAwait(false) is not { } role ? Standing.Else($"the role {RoleArn} was deleted")
            : PolicyJson.Same(role.TrustPolicy.Json, Document) ? Standing.Done
            : PolicyJson.Same(role.TrustPolicy.Json, Before) ? Standing.NotDone
            : Standing.Else("its trust policy was edited");

    internal override Task DoAsync(RemediationSite site, CancellationToken cancellationToken) =>
        site.Iam.Roles.UpdateTrustPolicyAsync(Name, new PolicyDocument(Document), cancellationToken);

    internal override Task UndoAsync(RemediationSite site, CancellationToken cancellationToken) =>
        site.Iam.Roles.UpdateTrustPolicyAsync(Name, new PolicyDocument(Before), cancellationToken);

    private string Name => IamArn.NameOf(RoleArn);
}
