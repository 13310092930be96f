using System.Security.Cryptography;

namespace SonraiControlTower;

/// <summary>Plans what is to be done about a ticket, and rehearses it. It changes nothing but what is known here.</summary>
internal sealed class RemediationPlanner(RemediationServices services, RemediationPlan plan, RoleEntry entry, AccountKnowledge knowledge)
{
    private const int IdLength = 8;

    public async Task<RemediationPreparation> PrepareAsync(SonraiTicket ticket, CancellationToken cancellationToken)
    {
        try
        {
            try
            {
                return await PlanAsync(ticket, ticket.Evidence, cancellationToken).ConfigureAwait(false);
            }
            catch (SonraiException outdated) when (outdated.Problem.Id == "EvidenceOutdated")
            {
                // What is known here can be refreshed; a tenant goes by its own scan.
                var account = IamArn.AccountOf((string)outdated.Problem.Target!);
                await knowledge.RefreshAsync(account, await entry.EnterAsync(account, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
                return await PlanAsync(ticket, null, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (SonraiException failure) when (failure.Problem.Kind is not (ProblemKind.NotAuthenticated or ProblemKind.NotConnected))
        {
            return new(ticket, null, failure.Problem with { Target = ticket });
        }
    }

    private async Task<RemediationPreparation> PlanAsync(SonraiTicket given, IReadOnlyList<PolicyEvidence>? evidence, CancellationToken cancellationToken)
    {
        var ticket = evidence is null ? (await services.Dig.Tickets.WithDetailAsync([given], cancellationToken).ConfigureAwait(false))[0] : given;
        var wanted = Wanted(ticket);
        var (arn, iam) = await EnterAsync(ticket, cancellationToken).ConfigureAwait(false);
        var site = new RemediationSite(iam, services.Analysis.Rehearsals, services.AwsClock);
        await ProtectedIdentities.DemandAsync(arn, plan, entry.Callers, iam, cancellationToken).ConfigureAwait(false);

        // What an earlier run was killed at is finished before anything new is planned.
        if (services.Journal.ReadAll().FirstOrDefault(one => one.IdentityArn == arn && one.IsInterrupted) is { } interrupted)
        {
            return new(ticket, interrupted);
        }

        var live = await site.ReadAsync(arn, cancellationToken).ConfigureAwait(false) ?? throw new SonraiException(RemediationProblems.IdentityGone(arn));

        var (id, now) = (RandomNumberGenerator.GetHexString(IdLength, lowercase: true), services.Clock.GetUtcNow());
        var draft = await RemediationBots.Of(plan.Method).PlanAsync(
            new RemediationGround(live, wanted, id, Tags(id, ticket, now), site, services.Analysis.Rehearsals, now) { TrustPolicy = plan.TrustPolicy }, cancellationToken).ConfigureAwait(false);
        if (draft.Changes.Count == 0)
        {
            string[] hints = wanted.Count == 0 ? ["The ticket is about no policy: Get-SonraiBot shows what can be done with the identity itself."] : [];
            return new(ticket, null, Idle: string.Join(' ', [$"Nothing is to be done about '{ticket}' with {plan.Method}.", .. draft.Remarks, .. hints]));
        }

        var remarks = await RehearseAsync(live, draft, ticket.Evidence ?? [], cancellationToken).ConfigureAwait(false);
        return new(ticket, new SonraiRemediation
        {
            Id = id,
            Status = RemediationStatus.Planned,
            Method = plan.Method,
            IdentityArn = arn,
            Account = live.Account.ToString(),
            TicketSrn = ticket.Srn,
            TicketTitle = ticket.Title,
            Policies = draft.Policies,
            Steps = [.. draft.Changes.Select(change => new RemediationStep(change))],
            Remarks = [.. draft.Remarks, .. remarks],
            By = entry.By,
            CreatedAt = now,
            ChangedAt = now,
            Fingerprint = live.Fingerprint,
        });
    }

    /// <summary>The identity that a ticket is about, and IAM of its account. A ticket about an identity without policies has no evidence, and tells it by its SRN.</summary>
    /// <exception cref="SonraiException"><c>TicketWithoutEvidence</c>, <c>RemediationIdentityGone</c>, and what stands in the way of entering.</exception>
    private async Task<(string Arn, IIam Iam)> EnterAsync(SonraiTicket ticket, CancellationToken cancellationToken)
    {
        if (ticket.Evidence?.Select(one => one.IdentityArn).FirstOrDefault(known => known is not null) is { } arn)
        {
            ProtectedIdentities.Demand(arn, plan, entry.Callers);
            return (arn, await entry.EnterAsync(IamArn.AccountOf(arn), cancellationToken).ConfigureAwait(false));
        }

        if (ticket.ResourceSrn?.Split('/') is not [var place, var kind and (IamKind.Role or IamKind.User), _, var name] || !AccountId.TryParse(place.Split(':')[^1], out var account))
        {
            throw new SonraiException(RemediationProblems.NoEvidence(ticket));
        }

        var iam = await entry.EnterAsync(account, cancellationToken).ConfigureAwait(false);
        var told = kind == IamKind.Role
            ? (await iam.Roles.GetAsync(name, cancellationToken).ConfigureAwait(false))?.Arn
            : (await iam.Users.GetAsync(name, cancellationToken).ConfigureAwait(false))?.Arn;
        return (told ?? throw new SonraiException(RemediationProblems.IdentityGone(ticket.ResourceSrn)), iam);
    }

    /// <summary>Tries the recorded calls with what is planned.</summary>
    /// <exception cref="SonraiException"><c>RemediationWouldDeny</c>, <c>RemediationBlind</c>.</exception>
    private async Task<IReadOnlyList<string>> RehearseAsync(
        LiveIdentity live, RemediationDraft draft, IReadOnlyList<PolicyEvidence> evidence, CancellationToken cancellationToken)
    {
        var after = draft.TakesAll ? new PolicyCollection([]) : PlannedPolicies.After(live, draft.Changes);
        var rehearsal = await services.Analysis.Rehearsals.TryAsync(
            new RehearsalRequest { IdentityArn = live.Arn, Before = live.Collection, After = after }, cancellationToken).ConfigureAwait(false);
        if (RehearsalReading.Counting(rehearsal) is { Count: > 0 } denied)
        {
            throw new SonraiException(RemediationProblems.WouldDeny(live.Arn, denied));
        }

        if (rehearsal.IsBlind)
        {
            // A tenant has seen what it does; whoever goes by nothing but logs must have some.
            return draft.TakesAll && evidence.Any(one => one.Advice is not null)
                ? throw new SonraiException(RemediationProblems.Blind(live.Arn))
                : ["No activity of this account was imported here: what the identity needs is as the ticket says, and was not rehearsed."];
        }

        return
        [
            FormattableString.Invariant($"Rehearsed: {rehearsal.Tried} kinds of calls, recorded from {rehearsal.LogsFrom:yyyy-MM-dd} to {rehearsal.LogsTo:yyyy-MM-dd}, would all be allowed."),
            .. RehearsalReading.Old(rehearsal).Select(old => FormattableString.Invariant($"{old.Action} goes: it was last used on {old.LastUsedAt:yyyy-MM-dd}, before the time that counts.")),
        ];
    }

    private IReadOnlyList<PolicyEvidence> Wanted(SonraiTicket ticket)
    {
        var told = ticket.Evidence ?? [];
        if (plan.PolicyNames.Count == 0)
        {
            return told;
        }

        List<PolicyEvidence> wanted = [.. told.Where(one => plan.PolicyNames.Any(name =>
            name.Equals(one.PolicyName, StringComparison.OrdinalIgnoreCase) || name == one.PolicyArn))];
        return wanted.Count > 0 ? wanted : throw new SonraiException(
            RemediationProblems.PolicyNotInTicket(ticket, plan.PolicyNames, told.Select(one => one.PolicyName)));
    }

    private Dictionary<string, string> Tags(string id, SonraiTicket ticket, DateTimeOffset now) => new()
    {
        [RemediationTags.Id] = id,
        [RemediationTags.Ticket] = RemediationTags.Value(ticket.Srn),
        [RemediationTags.By] = RemediationTags.Value(entry.By ?? ""),
        [RemediationTags.At] = now.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture),
    };
}
