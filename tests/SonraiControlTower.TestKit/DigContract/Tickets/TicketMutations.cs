using GraphQL.Utilities;

namespace SonraiControlTower.TestKit;

/// <summary>The resolvers of what is done to tickets.</summary>
internal static class TicketMutations
{
    public static void AddTo(TypeSettings types, ContractTenant tenant)
    {
        AddMoves(types, tenant, "Ticket");
        ContractSchema.Field(types, "Mutation", "AssignTicketBulk", context => TicketArguments.Requests(context)
            .Select(request => tenant.Work.Assign(TicketArguments.Text(request, "ticketSrn"), TicketArguments.Text(request, "userSrn")))
            .ToList());
        ContractSchema.Field(types, "Mutation", "CreateTicketComment", context =>
        {
            var answer = Comment(tenant, TicketArguments.Input(context));
            return answer.Comment ?? throw new ContractRefusal(answer.Error!);
        });
        ContractSchema.Field(types, "Mutation", "CreateTicketCommentBulk", context => TicketArguments.Requests(context)
            .Select(request => Comment(tenant, request))
            .ToList());

        ContractSchema.Field(types, "AssignTicketBulkResult", "results", context => context.Source);
        AddAnswer(types, "AssignTicketResult");
        ContractSchema.Field<TicketAnswer>(types, "AssignTicketResult", "ticketSrn", one => one.TicketSrn);
        ContractSchema.Field(types, "CreateTicketCommentBulkResult", "results", context => context.Source);
        AddAnswer(types, "CreateTicketCommentResult");
        ContractSchema.Field<TicketAnswer>(types, "CreateTicketCommentResult", "ticketComment", one => one.Comment);

        ContractSchema.Field<ContractComment>(types, "TicketComment", "srn", one => one.Srn);
        ContractSchema.Field<ContractComment>(types, "TicketComment", "resourceId", one => one.Srn[(one.Srn.LastIndexOf('/') + 1)..]);
        ContractSchema.Field<ContractComment>(types, "TicketComment", "createdBy", one => one.CreatedBy);
        ContractSchema.Field<ContractComment>(types, "TicketComment", "createdDate", one => ContractInstant.Text(one.CreatedDate));
        ContractSchema.Field<ContractComment>(types, "TicketComment", "body", one => one.Body);
    }

    /// <summary>The transitions, which tickets and findings have under names of the same form.</summary>
    public static void AddMoves(TypeSettings types, ContractTenant tenant, string noun)
    {
        void Add(string verb, TicketMove move) => ContractSchema.Field(
            types, "Mutation", $"{verb}{noun}s", context => tenant.Work.Move(TicketArguments.Srns(context), move));

        Add("Close", TicketMove.Close);
        Add("Reopen", TicketMove.Reopen);
        Add("AcceptRisk", TicketMove.AcceptRisk);
        ContractSchema.Field(types, "Mutation", $"Snooze{noun}s", context => tenant.Work.Move(
            TicketArguments.Srns(context), TicketMove.Snooze, TicketArguments.SnoozedUntil(context)));
        ContractSchema.Field<TicketCounts>(types, $"{noun}Counts", "successCount", one => one.Successes);
        ContractSchema.Field<TicketCounts>(types, $"{noun}Counts", "failureCount", one => one.Failures);
    }

    /// <summary>Whether one request of many was done, and what was against it.</summary>
    public static void AddAnswer(TypeSettings types, string type)
    {
        ContractSchema.Field<TicketAnswer>(types, type, "success", one => one.Error is null);
        ContractSchema.Field<TicketAnswer>(types, type, "error", one => one.Error);
    }

    private static TicketAnswer Comment(ContractTenant tenant, IDictionary<string, object?> request) => tenant.Work.Comment(
        TicketArguments.Text(request, "ticketSrn"), TicketArguments.Text(request, "createdBy"), TicketArguments.Text(request, "body"));
}
