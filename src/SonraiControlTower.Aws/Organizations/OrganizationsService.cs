using SonraiControlTower.Aws.Organizations.Wire;
using SonraiControlTower.Aws.Protocol;
using SonraiControlTower.Aws.Protocol.AwsJson;

namespace SonraiControlTower.Aws.Organizations;

/// <summary>AWS Organizations and the operations of it that we call.</summary>
internal static class OrganizationsService
{
    private const string Target = "AWSOrganizationsV20161128";

    public static AwsService Service { get; } = new("Organizations", "organizations", "2016-11-28", IsGlobal: true);

    public static JsonOperation<NoInput, DescribeOrganizationAnswer> DescribeOrganization { get; } = new(
        Target, nameof(DescribeOrganization), WireJson.Default.NoInput, WireJson.Default.DescribeOrganizationAnswer);

    public static JsonOperation<ListInput, ListRootsAnswer> ListRoots { get; } = new(
        Target, nameof(ListRoots), WireJson.Default.ListInput, WireJson.Default.ListRootsAnswer);

    public static JsonOperation<ListInput, ListUnitsAnswer> ListOrganizationalUnitsForParent { get; } = new(
        Target, nameof(ListOrganizationalUnitsForParent), WireJson.Default.ListInput, WireJson.Default.ListUnitsAnswer);

    public static JsonOperation<ListInput, ListAccountsAnswer> ListAccounts { get; } = new(
        Target, nameof(ListAccounts), WireJson.Default.ListInput, WireJson.Default.ListAccountsAnswer);

    public static JsonOperation<ListInput, ListAccountsAnswer> ListAccountsForParent { get; } = new(
        Target, nameof(ListAccountsForParent), WireJson.Default.ListInput, WireJson.Default.ListAccountsAnswer);

    public static JsonOperation<ListPoliciesInput, ListPoliciesAnswer> ListPolicies { get; } = new(
        Target, nameof(ListPolicies), WireJson.Default.ListPoliciesInput, WireJson.Default.ListPoliciesAnswer);

    public static JsonOperation<PolicyInput, DescribePolicyAnswer> DescribePolicy { get; } = new(
        Target, nameof(DescribePolicy), WireJson.Default.PolicyInput, WireJson.Default.DescribePolicyAnswer);

    public static JsonOperation<PolicyInput, ListTargetsAnswer> ListTargetsForPolicy { get; } = new(
        Target, nameof(ListTargetsForPolicy), WireJson.Default.PolicyInput, WireJson.Default.ListTargetsAnswer);
}
