using System.Text.Json;
using GraphQL;
using GraphQL.Utilities;

namespace SonraiControlTower.TestKit;

/// <summary>The resolvers of findings: the tickets of the store under the names that findings have.</summary>
internal static class FindingFields
{
    private const string Finding = "Finding";

    private static readonly ContractWhere<ContractTicket> _where = new ContractWhere<ContractTicket>()
        .Text("srn", one => one.Srn)
        .List("swimlanes", one => one.Seed.SwimlaneSrns)
        .Text("status", one => one.Status)
        .Text("findingType", one => one.Seed.TicketType)
        .Text("findingKey", one => one.Seed.TicketKey)
        .Text("resourceSrn", one => one.Seed.ResourceSrn)
        .Text("severityCategory", one => one.Seed.SeverityCategory)
        .List("frameworkSrns", one => one.Frameworks)
        .List("environments", one => one.Environments)
        .Text("cloudType", _ => "aws")
        .Text("assignee", one => one.Assignee)
        .Instant("lastModifiedAt", one => one.LastModified)
        .Instant("createdAt", one => one.CreatedDate)
        .Instant("lastTransitionedAt", one => one.TransitionDate)
        .Number("severityNumeric", one => one.Seed.SeverityNumeric);

    public static void AddTo(TypeSettings types, ContractTenant tenant)
    {
        ContractSchema.Field(types, "Query", "ListFindings", context => TicketSearch.Of(tenant, _where, context));
        ContractSchema.Field<TicketSearch>(types, "FindingCard", "totalCount", search => search.Total);
        ContractSchema.Field<TicketSearch>(types, "FindingCard", "pageCount", search => (long)search.Page.Count);
        ContractSchema.Field(types, "FindingCard", "items", context => ((TicketSearch)context.Source!).PageOf(context));
        AddPlain(types, tenant);
        AddNested(types, tenant);
        AddComments(types, tenant);
    }

    private static void AddPlain(TypeSettings types, ContractTenant tenant)
    {
        ContractSchema.Field<ContractTicket>(types, Finding, "srn", one => one.Srn);
        ContractSchema.Field<ContractTicket>(types, Finding, "title", one => one.Seed.Title);
        ContractSchema.Field<ContractTicket>(types, Finding, "severityCategory", one => one.Seed.SeverityCategory);
        ContractSchema.Field<ContractTicket>(types, Finding, "severityNumeric", one => one.Seed.SeverityNumeric);
        ContractSchema.Field<ContractTicket>(types, Finding, "swimlanes", one => one.Seed.SwimlaneSrns);
        ContractSchema.Field<ContractTicket>(types, Finding, "frameworkSrns", one => one.Frameworks);
        ContractSchema.Field<ContractTicket>(types, Finding, "assignee", one => one.Assignee);
        ContractSchema.Field<ContractTicket>(types, Finding, "resourceName", one => one.Seed.ResourceName);
        ContractSchema.Field<ContractTicket>(types, Finding, "resourceSrn", one => one.Seed.ResourceSrn);
        ContractSchema.Field<ContractTicket>(types, Finding, "resourceLabel", one => one.Seed.ResourceLabel);
        ContractSchema.Field<ContractTicket>(types, Finding, "findingKey", one => one.Seed.TicketKey);
        ContractSchema.Field<ContractTicket>(types, Finding, "findingKeyName", one => one.Seed.Title);
        ContractSchema.Field<ContractTicket>(types, Finding, "findingType", one => one.Seed.TicketType);
        ContractSchema.Field<ContractTicket>(types, Finding, "firstSeen", one => ContractInstant.Text(one.FirstSeen));
        ContractSchema.Field<ContractTicket>(types, Finding, "lastSeen", one => ContractInstant.Text(one.LastSeen));
        ContractSchema.Field<ContractTicket>(types, Finding, "createdBy", _ => tenant.Tickets.Platform);
        ContractSchema.Field<ContractTicket>(types, Finding, "account", one => one.Seed.Account);
        ContractSchema.Field<ContractTicket>(types, Finding, "createdAt", one => ContractInstant.Text(one.CreatedDate));
        ContractSchema.Field<ContractTicket>(types, Finding, "lastTransitionedBy", one => one.TransitionedBy);
        ContractSchema.Field<ContractTicket>(types, Finding, "lastTransitionedAt", one => ContractInstant.Text(one.TransitionDate));
        ContractSchema.Field<ContractTicket>(types, Finding, "lastModifiedAt", one => ContractInstant.Text(one.LastModified));
        ContractSchema.Field<ContractTicket>(types, Finding, "status", one => one.Status);
        ContractSchema.Field<ContractTicket>(types, Finding, "cfFields", _ => JsonElement.Parse("[]"));
        ContractSchema.Field<ContractTicket>(types, Finding, "isOperationalized", _ => tenant.Options.OffersTickets);
    }

    private static void AddNested(TypeSettings types, ContractTenant tenant)
    {
        ContractSchema.Field<ContractTicket>(types, Finding, "policy", one => one);
        ContractSchema.Field<ContractTicket>(types, "FindingPolicy", "title", one => one.Seed.Title);
        ContractSchema.Field<ContractTicket>(types, "FindingPolicy", "alertingLevelNumeric", one => one.Seed.SeverityNumeric);
        ContractSchema.Field<ContractTicket>(types, "FindingPolicy", "maturityLevel", _ => null);
        ContractSchema.Field<ContractTicket>(types, Finding, "evidence", one => one.Seed.Evidence);
        TicketFields.AddEvidence(types, "FindingEvidence", tenant.Options);
        ContractSchema.Field<ContractTicket>(types, Finding, "resource", one => one);
        ContractSchema.Field<ContractTicket>(types, "FindingResource", "account", one => one.Seed.Account);
    }

    private static void AddComments(TypeSettings types, ContractTenant tenant)
    {
        var where = new ContractWhere<ContractTicket>().Text("findingSrn", one => one.Srn);
        ContractSchema.Field(types, "Query", "ListCommentsForFinding", context => tenant.Tickets
            .All(where.Read(context.GetArgument<IDictionary<string, object?>?>("where")))
            .SelectMany(ticket => ticket.Comments)
            .ToList());
        ContractSchema.Field(types, "FindingCommentCard", "items", context => context.Source);
        ContractSchema.Field<ContractComment>(types, "FindingComment", "body", one => one.Body);
        ContractSchema.Field<ContractComment>(types, "FindingComment", "timestamp", one => ContractInstant.Text(one.CreatedDate));
        ContractSchema.Field<ContractComment>(types, "FindingComment", "createdBy", one => one.CreatedBy);
    }
}
