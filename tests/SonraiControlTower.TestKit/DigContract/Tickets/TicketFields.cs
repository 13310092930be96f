using System.Text.Json;
using GraphQL.Utilities;

namespace SonraiControlTower.TestKit;

/// <summary>The resolvers of tickets.</summary>
internal static class TicketFields
{
    private const string Ticket = "Ticket";

    private static readonly ContractWhere<ContractTicket> _where = new ContractWhere<ContractTicket>()
        .Text("srn", one => one.Srn)
        .List("swimlaneSrns", one => one.Seed.SwimlaneSrns)
        .Text("status", one => one.Status)
        .Text("ticketType", one => one.Seed.TicketType)
        .Text("ticketKey", one => one.Seed.TicketKey)
        .Text("resourceSRN", one => one.Seed.ResourceSrn)
        .Text("severityCategory", one => one.Seed.SeverityCategory)
        .List("controlFrameworkSrn", one => one.Frameworks)
        .List("environment", one => one.Environments)
        .Text("cloudType", _ => "aws")
        .Text("assignedTo", one => one.Assignee)
        .Instant("lastModified", one => one.LastModified)
        .Instant("createdDate", one => one.CreatedDate)
        .Instant("transitionDate", one => one.TransitionDate)
        .Number("severityNumeric", one => one.Seed.SeverityNumeric);

    public static void AddTo(TypeSettings types, ContractTenant tenant)
    {
        ContractSchema.Field(types, "Query", "Tickets", context => TicketSearch.Of(tenant, _where, context));
        ContractSchema.Field<TicketSearch>(types, "TicketCard", "count", search => search.Page.Count);
        ContractSchema.Field(types, "TicketCard", "items", context => ((TicketSearch)context.Source!).PageOf(context));
        AddPlain(types, tenant);
        AddNested(types, tenant);
        if (tenant.Options.OffersTicketEvidence)
        {
            ContractSchema.Field<ContractTicket>(types, Ticket, "evidence", one => one.Seed.Evidence);
            AddEvidence(types, "TicketEvidence", tenant.Options);
        }

        if (tenant.Options.OffersTicketComments)
        {
            ContractSchema.Field<ContractTicket>(types, Ticket, "comments", one => one);
            ContractSchema.Field<ContractTicket>(types, "TicketCommentCard", "items", one => one.Comments);
        }
    }

    public static void AddEvidence(TypeSettings types, string type, DigContractOptions options) =>
        ContractSchema.Field<string>(types, type, "policyEvidence", json => options.EvidenceAsText ? json : JsonElement.Parse(json));

    private static void AddPlain(TypeSettings types, ContractTenant tenant)
    {
        ContractSchema.Field<ContractTicket>(types, Ticket, "srn", one => one.Srn);
        ContractSchema.Field<ContractTicket>(types, Ticket, "title", one => one.Seed.Title);
        ContractSchema.Field<ContractTicket>(types, Ticket, "ticketKey", one => one.Seed.TicketKey);
        ContractSchema.Field<ContractTicket>(types, Ticket, "ticketType", one => one.Seed.TicketType);
        ContractSchema.Field<ContractTicket>(types, Ticket, "resourceName", one => one.Seed.ResourceName);
        ContractSchema.Field<ContractTicket>(types, Ticket, "resourceSRN", one => one.Seed.ResourceSrn);
        ContractSchema.Field<ContractTicket>(types, Ticket, "resourceLabel", one => one.Seed.ResourceLabel);
        ContractSchema.Field<ContractTicket>(types, Ticket, "resourceTypeFriendlyName", one => $"AWS {one.Seed.ResourceLabel}");
        ContractSchema.Field<ContractTicket>(types, Ticket, "status", one => one.Status);
        ContractSchema.Field<ContractTicket>(types, Ticket, "severityNumeric", one => one.Seed.SeverityNumeric);
        ContractSchema.Field<ContractTicket>(types, Ticket, "severityCategory", one => one.Seed.SeverityCategory);
        ContractSchema.Field<ContractTicket>(types, Ticket, "createdDate", one => ContractInstant.Text(one.CreatedDate));
        ContractSchema.Field<ContractTicket>(types, Ticket, "firstSeen", one => ContractInstant.Text(one.FirstSeen));
        ContractSchema.Field<ContractTicket>(types, Ticket, "lastSeen", one => ContractInstant.Text(one.LastSeen));
        ContractSchema.Field<ContractTicket>(types, Ticket, "lastModified", one => ContractInstant.Text(one.LastModified));
        ContractSchema.Field<ContractTicket>(types, Ticket, "transitionDate", one => ContractInstant.Text(one.TransitionDate));
        ContractSchema.Field<ContractTicket>(types, Ticket, "transitionedBy", one => one.TransitionedBy);
        ContractSchema.Field<ContractTicket>(types, Ticket, "createdBy", _ => tenant.Tickets.Platform);
        ContractSchema.Field<ContractTicket>(types, Ticket, "account", one => one.Seed.Account);
        ContractSchema.Field<ContractTicket>(types, Ticket, "assignedTo", one => one.Assignee);
        ContractSchema.Field<ContractTicket>(types, Ticket, "swimlaneSRNs", one => one.Seed.SwimlaneSrns);
    }

    private static void AddNested(TypeSettings types, ContractTenant tenant)
    {
        ContractSchema.Field<ContractTicket>(types, Ticket, "swimlanes", one =>
            tenant.Frameworks.Swimlanes(swimlane => one.Seed.SwimlaneSrns.Contains(swimlane.Srn)));
        ContractSchema.Field<ContractSwimlane>(types, "TicketSwimlane", "title", one => one.Title);
        ContractSchema.Field<ContractSwimlane>(types, "TicketSwimlane", "srn", one => one.Srn);

        ContractSchema.Field<ContractTicket>(types, Ticket, "policy", one => one);
        ContractSchema.Field<ContractTicket>(types, "TicketPolicy", "title", one => one.Seed.Title);
        ContractSchema.Field<ContractTicket>(types, "TicketPolicy", "alertingLevelNumeric", one => one.Seed.SeverityNumeric);

        ContractSchema.Field<ContractTicket>(types, Ticket, "resource", one => one);
        ContractSchema.Field<ContractTicket>(types, "TicketResource", "name", one => one.Seed.ResourceName);
        ContractSchema.Field<ContractTicket>(types, "TicketResource", "label", one => one.Seed.ResourceLabel);
        ContractSchema.Field<ContractTicket>(types, "TicketResource", "serviceType", _ => "iam");
        ContractSchema.Field<ContractTicket>(types, "TicketResource", "account", one => one.Seed.Account);
        ContractSchema.Field<ContractTicket>(types, "TicketResource", "active", _ => true);
    }
}
