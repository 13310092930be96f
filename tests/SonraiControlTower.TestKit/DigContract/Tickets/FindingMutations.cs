using GraphQL.Utilities;

namespace SonraiControlTower.TestKit;

/// <summary>The resolvers of what is done to findings.</summary>
internal static class FindingMutations
{
    public static void AddTo(TypeSettings types, ContractTenant tenant)
    {
        TicketMutations.AddMoves(types, tenant, "Finding");
        ContractSchema.Field(types, "Mutation", "AssignFindingBulk", context => TicketArguments.Requests(context)
            .Select(request => tenant.Work.Assign(TicketArguments.Text(request, "findingSrn"), TicketArguments.Text(request, "userSrn")))
            .ToList());
        ContractSchema.Field(types, "Mutation", "CreateFindingComments", context => TicketArguments.Requests(context, "comments")
            .Select(request => tenant.Work.Comment(
                TicketArguments.Text(request, "findingSrn"), TicketArguments.Text(request, "createdBy"), TicketArguments.Text(request, "body")))
            .ToList());

        ContractSchema.Field(types, "AssignFindingBulkResult", "results", context => context.Source);
        TicketMutations.AddAnswer(types, "AssignFindingResult");
        ContractSchema.Field<List<TicketAnswer>>(
            types, "CreateFindingCommentsResult", "successCount", answers => answers.Count(answer => answer.Error is null));
    }
}
