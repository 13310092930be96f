using System.Globalization;
using SonraiControlTower.Aws.Protocol.Query;

namespace SonraiControlTower.Aws.CloudFormation.Wire;

/// <summary>Writes where stacks go. Accounts one by one stand at the request, as self-managed sets have them; units in a structure of their own.</summary>
internal static class TargetsForm
{
    public static QueryForm Add(QueryForm form, DeploymentTargets targets)
    {
        var accounts = targets.Accounts.Select(account => account.ToString());
        return targets.OrganizationalUnitIds.Count == 0
            ? form.AddList("Accounts", accounts)
            : form.AddList("DeploymentTargets.OrganizationalUnitIds", targets.OrganizationalUnitIds)
                .AddList("DeploymentTargets.Accounts", accounts)
                .Add("DeploymentTargets.AccountFilterType", targets.AccountFilter == AccountFilter.None ? null : targets.AccountFilter);
    }
}

/// <summary>Writes how an operation is to go.</summary>
internal static class PreferencesForm
{
    private const string Name = "OperationPreferences";

    public static QueryForm Add(QueryForm form, StackSetOperationPreferences? preferences) => preferences is null
        ? form
        : AddShare(AddShare(form, "FailureTolerance", preferences.FailureTolerance), "MaxConcurrent", preferences.MaxConcurrent)
            .Add($"{Name}.ConcurrencyMode", preferences.ConcurrencyMode)
            .Add($"{Name}.RegionConcurrencyType", preferences.RegionConcurrency)
            .AddList($"{Name}.RegionOrder", preferences.RegionOrder);

    private static QueryForm AddShare(QueryForm form, string what, Share? share) => share is null
        ? form
        : form.Add($"{Name}.{what}{(share.IsPercentage ? "Percentage" : "Count")}", share.Amount.ToString(CultureInfo.InvariantCulture));
}
