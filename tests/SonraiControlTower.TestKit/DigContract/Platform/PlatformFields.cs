using GraphQL;
using GraphQL.Utilities;

namespace SonraiControlTower.TestKit;

/// <summary>The resolvers of users, saved searches and the audit log.</summary>
internal static class PlatformFields
{
    public static void AddTo(TypeSettings types, ContractTenant tenant)
    {
        AddUsers(types, tenant);
        AddSearches(types, tenant);
        AddAuditLogs(types, tenant);
    }

    private static void AddUsers(TypeSettings types, ContractTenant tenant)
    {
        ContractSchema.Field(types, "Query", "SonraiCurrentUsers", _ => new ContractCard([tenant.Users.Own]));
        ContractSchema.Field(types, "SonraiUserCard", "items", context => ((ContractCard)context.Source!).Found);
        ContractSchema.Field(types, "Query", "SonraiUsers", context =>
        {
            var isActive = Where(context, "isActive") as bool?;
            return ContractCard.Of(tenant.Users.All.Where(one => isActive is null || one.IsActive == isActive), context, tenant.Options);
        });
        ContractSchema.Field<ContractUser>(types, "SonraiUser", "srn", one => one.Srn);
        ContractSchema.Field<ContractUser>(types, "SonraiUser", "email", one => one.Email);
        ContractSchema.Field<ContractUser>(types, "SonraiUser", "name", one => one.Name);
        ContractSchema.Field<ContractUser>(types, "SonraiUser", "isActive", one => one.IsActive);
        ContractSchema.Field<ContractUser>(types, "SonraiUser", "lastLogin", one => ContractInstant.Text(one.LastLogin));
    }

    private static void AddSearches(TypeSettings types, ContractTenant tenant)
    {
        ContractSchema.Field(types, "Query", "Searches", context => ContractCard.Of(tenant.Searches.All, context, tenant.Options));
        ContractSchema.Field<ContractSearch>(types, "Search", "name", one => one.Name);
        ContractSchema.Field<ContractSearch>(types, "Search", "srn", one => one.Srn);
        ContractSchema.Field(types, "Query", "ExecuteSavedQuery", _ => tenant.Searches);
        ContractSchema.Field(types, "SavedQueryRunner", "Query", context => tenant.Searches.Run(context.GetArgument<string>("name")));
    }

    private static void AddAuditLogs(TypeSettings types, ContractTenant tenant)
    {
        ContractSchema.Field(types, "Query", "SonraiAuditLogs", context => ContractCard.Of(
            tenant.AuditLogs.Between(Bound(context, "fromDate"), Bound(context, "toDate")), context, tenant.Options));
        ContractSchema.Field<ContractAuditLog>(types, "SonraiAuditLog", "srn", one => one.Srn);
        ContractSchema.Field<ContractAuditLog>(types, "SonraiAuditLog", "resourceId", one => one.Srn[(one.Srn.LastIndexOf('/') + 1)..]);
        ContractSchema.Field<ContractAuditLog>(types, "SonraiAuditLog", "createdDate", one => ContractInstant.Text(one.At));
        ContractSchema.Field<ContractAuditLog>(types, "SonraiAuditLog", "eventName", one => one.EventName);
        ContractSchema.Field<ContractAuditLog>(types, "SonraiAuditLog", "message", one => one.Message);
        ContractSchema.Field(types, "SonraiAuditLog", "actor", _ => tenant.Users.Own);
        ContractSchema.Field(types, "SonraiAuditLog", "actorSrn", _ => tenant.Users.Own.Srn);
        foreach (var nothing in new[] { "type", "actionType", "resourceSrn" })
        {
            ContractSchema.Field(types, "SonraiAuditLog", nothing, _ => null);
        }
    }

    private static DateTimeOffset? Bound(IResolveFieldContext context, string name) =>
        ContractFilter.Map(Where(context, name)) is { } bound && bound.TryGetValue("value", out var value) ? value as DateTimeOffset? : null;

    private static object? Where(IResolveFieldContext context, string key) =>
        context.GetArgument<IDictionary<string, object?>?>("where") is { } where && where.TryGetValue(key, out var value) ? value : null;
}
