using GraphQL;
using GraphQL.Utilities;

namespace SonraiControlTower.TestKit;

/// <summary>The resolvers of swimlanes and control frameworks.</summary>
internal static class FrameworkFields
{
    public static void AddTo(TypeSettings types, ContractTenant tenant)
    {
        var options = tenant.Options;
        ContractSchema.Field(types, "Query", "Swimlanes", context => ContractCard.Of(
            tenant.Frameworks.Swimlanes(one => IsMeant(one, Where(context))), context, options));
        ContractSchema.Field(types, "Query", "ControlFrameworks", context => ContractCard.Of(
            tenant.Frameworks.Frameworks(one => IsMeant(one, Where(context))), context, options));
        if (options.OffersFrameworkUpdate)
        {
            ContractSchema.Field(types, "Mutation", "UpdateControlFramework", context => tenant.Frameworks.Update(
                context.GetArgument<string>("srn"), context.GetArgument<IDictionary<string, object?>>("value")));
        }

        if (options.OffersFrameworkUpdate && options.OffersFrameworkSwimlanes)
        {
            ContractSchema.Field(types, "ControlFramework", "swimlanes", context => ContractCard.Of(
                ((ContractFramework)context.Source!).Swimlanes, context, options));
        }

        ContractSchema.Field<ContractSwimlane>(types, "Swimlane", "srn", one => one.Srn);
        ContractSchema.Field<ContractSwimlane>(types, "Swimlane", "title", one => one.Title);
        ContractSchema.Field<ContractSwimlane>(types, "Swimlane", "resourceId", one => one.Srn[(one.Srn.LastIndexOf('/') + 1)..]);
        ContractSchema.Field<ContractSwimlane>(types, "Swimlane", "description", one => $"Accounts of {one.Title}");
        ContractSchema.Field<ContractSwimlane>(types, "Swimlane", "accounts", one => one.Accounts);
        ContractSchema.Field<ContractSwimlane>(types, "Swimlane", "resourceIds", one => new[] { $"*{one.Title}*" });
        ContractSchema.Field<ContractSwimlane>(types, "Swimlane", "defaultImportance", _ => 5);
        foreach (var nothing in new[] { "tags", "names", "environments", "preventionEnabled" })
        {
            ContractSchema.Field(types, "Swimlane", nothing, _ => null);
        }

        ContractSchema.Field<ContractFramework>(types, "ControlFramework", "srn", one => one.Srn);
        ContractSchema.Field<ContractFramework>(types, "ControlFramework", "title", one => one.Title);
        ContractSchema.Field<ContractFramework>(types, "ControlFramework", "description", one => $"About {one.Title}");
        ContractSchema.Field<ContractFramework>(types, "ControlFramework", "shortDescription", _ => null);
        ContractSchema.Field<ContractFramework>(types, "ControlFramework", "enabled", one => one.IsEnabled);
        ContractSchema.Field(types, "ControlFramework", "contains", context => ContractCard.Of(
            Policies((ContractFramework)context.Source!), context, options));
        ContractSchema.Field<ContractPolicy>(types, "ControlPolicy", "srn", one => one.Srn);
        ContractSchema.Field<ContractPolicy>(types, "ControlPolicy", "title", one => one.Title);
        ContractSchema.Field<ContractPolicy>(types, "ControlPolicy", "createdDate", _ => null);
    }

    private static IEnumerable<ContractPolicy> Policies(ContractFramework framework) =>
        framework.Policies.Select((title, number) => new ContractPolicy($"srn:supersonrai::ControlPolicy/{number}", title));

    private static IDictionary<string, object?>? Where(IResolveFieldContext context) =>
        context.GetArgument<IDictionary<string, object?>?>("where");

    private static bool IsMeant(ContractSwimlane one, IDictionary<string, object?>? where) =>
        ContractFilter.Passes(where, (key, filter) => ContractFilter.Matches(key == "srn" ? one.Srn : one.Title, filter));

    private static bool IsMeant(ContractFramework one, IDictionary<string, object?>? where) =>
        ContractFilter.Passes(where, (key, filter) => key switch
        {
            "srn" => ContractFilter.Matches(one.Srn, filter),
            "title" => ContractFilter.Matches(one.Title, filter),
            _ => filter["value"] is bool wanted && wanted == one.IsEnabled,
        });
}
