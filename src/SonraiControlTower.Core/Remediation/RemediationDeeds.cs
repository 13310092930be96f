namespace SonraiControlTower;

/// <summary>What can be done with one remediation, and what its ticket is told of it.</summary>
internal sealed class RemediationDeeds(RemediationServices services)
{
    // Logs of a day end with the last call of that day.
    private static readonly TimeSpan _slack = TimeSpan.FromDays(1);

    private readonly RemediationTickets _tickets = new(services.Dig.Tickets);

    /// <summary>Does what was planned, if the identity is still as it was.</summary>
    public async Task<RemediationEnd> ApplyAsync(SonraiRemediation planned, RemediationSite site, CancellationToken cancellationToken)
    {
        if (planned.IsInterrupted)
        {
            // One that was being taken back is, and what is wanted now is to be planned anew.
            var end = await FinishAsync(planned, site, cancellationToken).ConfigureAwait(false);
            return planned.Status == RemediationStatus.Reverting && end.Problem is null
                ? end with { Problem = RemediationProblems.ChangedMeanwhile(planned.IdentityArn) with { Target = end.Remediation } }
                : end;
        }

        var live = await site.ReadAsync(planned.IdentityArn, cancellationToken).ConfigureAwait(false)
            ?? throw new SonraiException(RemediationProblems.IdentityGone(planned.IdentityArn));
        return live.Fingerprint == planned.Fingerprint
            ? await RunAsync(Record(planned), site, cancellationToken).ConfigureAwait(false)
            : new(planned, RemediationProblems.ChangedMeanwhile(planned.IdentityArn), []);
    }

    /// <summary>Writes a plan down for later. A newer plan for an identity takes the place of an older one.</summary>
    public async Task<RemediationEnd> StageAsync(SonraiRemediation planned, TimeSpan grace, CancellationToken cancellationToken)
    {
        foreach (var older in services.Journal.ReadAll().Where(one => one.Status == RemediationStatus.Staged && one.IdentityArn == planned.IdentityArn))
        {
            Record(older).Set(older with { Status = RemediationStatus.Withdrawn, Reason = $"Remediation {planned.Id} takes its place." });
        }

        var record = Record(planned);
        record.Set(planned with { Status = RemediationStatus.Staged, DueAt = planned.CreatedAt + grace });
        var told = await _tickets.CommentAsync(
            record.Now,
            FormattableString.Invariant(
                $"Remediation {planned.Id} with {planned.Method} is staged until {record.Now.DueAt:yyyy-MM-dd}: it is applied then, unless new activity shows that something would be denied."),
            cancellationToken).ConfigureAwait(false);
        return End(record, null, told);
    }

    /// <summary>Goes on with one that is staged or was interrupted.</summary>
    public async Task<RemediationEnd> ResumeAsync(SonraiRemediation remediation, RemediationSite site, CancellationToken cancellationToken)
    {
        if (remediation.IsInterrupted)
        {
            return await FinishAsync(remediation, site, cancellationToken).ConfigureAwait(false);
        }

        if (remediation.Status != RemediationStatus.Staged)
        {
            return new(remediation, RemediationProblems.WrongStatus(remediation, "go on with"), []);
        }

        var record = Record(remediation);
        record.DemandFree();
        if (await site.ReadAsync(remediation.IdentityArn, cancellationToken).ConfigureAwait(false) is not { } live)
        {
            return await WithdrawAsync(record, "The identity is gone.", cancellationToken).ConfigureAwait(false);
        }

        if (live.Fingerprint != remediation.Fingerprint)
        {
            return await WithdrawAsync(record, "The identity's policies were changed since: stage it anew.", cancellationToken).ConfigureAwait(false);
        }

        var after = PlannedPolicies.After(live, [.. remediation.Steps.Select(step => step.Change)]);
        var rehearsal = await services.Analysis.Rehearsals.TryAsync(
            new RehearsalRequest { IdentityArn = live.Arn, Before = live.Collection, After = after }, cancellationToken).ConfigureAwait(false);
        if (RehearsalReading.Counting(rehearsal) is { Count: > 0 } denied)
        {
            return await WithdrawAsync(record, RemediationProblems.WouldDeny(live.Arn, denied).Message, cancellationToken).ConfigureAwait(false);
        }

        if (services.Clock.GetUtcNow() < remediation.DueAt)
        {
            return Waits(record, FormattableString.Invariant($"Nothing would have been denied so far; it is due on {remediation.DueAt:yyyy-MM-dd HH:mm}."));
        }

        if (!(rehearsal.LogsTo + _slack >= remediation.DueAt))
        {
            return Waits(record, rehearsal.LogsTo is { } end
                ? FormattableString.Invariant($"The activity that was imported ends on {end:yyyy-MM-dd HH:mm}, before it was due on {remediation.DueAt:yyyy-MM-dd HH:mm}: import the newest.")
                : "No activity of its account was imported: import it, so that something can be told.");
        }

        return await RunAsync(record, site, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes one back.</summary>
    public async Task<RemediationEnd> UndoAsync(SonraiRemediation remediation, RemediationSite site, CancellationToken cancellationToken)
    {
        var record = Record(remediation);
        record.DemandFree();
        var runner = new RemediationRunner(site, record);
        switch (remediation.Status)
        {
            case RemediationStatus.Staged:
                return await WithdrawAsync(record, "It was withdrawn before it was applied.", cancellationToken).ConfigureAwait(false);
            case RemediationStatus.Applying or RemediationStatus.Reverting:
                return End(record, await runner.RevertAsync(RemediationStatus.RolledBack, null, cancellationToken).ConfigureAwait(false));
            case RemediationStatus.Applied:
                break;
            default:
                return new(remediation, RemediationProblems.WrongStatus(remediation, "undo"), []);
        }

        if (await runner.PreventedAsync(cancellationToken).ConfigureAwait(false) is { } prevented)
        {
            return new(remediation, prevented, []);
        }

        if (await runner.RevertAsync(RemediationStatus.Undone, null, cancellationToken).ConfigureAwait(false) is { } failure)
        {
            return End(record, failure);
        }

        return End(record, null, await _tickets.ReopenAsync(
            record.Now, $"Remediation {remediation.Id} was undone: the identity has the policies that it had before.", cancellationToken).ConfigureAwait(false));
    }

    private async Task<RemediationEnd> RunAsync(RemediationRecord record, RemediationSite site, CancellationToken cancellationToken)
    {
        if (await new RemediationRunner(site, record).ApplyAsync(services.Clock, cancellationToken).ConfigureAwait(false) is not { } failure)
        {
            return End(record, null, await _tickets.CloseAsync(record.Now, cancellationToken).ConfigureAwait(false));
        }

        var comment = record.Now.Status == RemediationStatus.RolledBack
            ? $"Remediation {record.Now.Id} failed, and everything is as it was: {failure.Message}"
            : $"Remediation {record.Now.Id} failed: {failure.Message}";
        return End(record, failure, await _tickets.CommentAsync(record.Now, comment, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Finishes what an earlier run was killed at: it is applied, or taken back if it was being taken back.</summary>
    private async Task<RemediationEnd> FinishAsync(SonraiRemediation interrupted, RemediationSite site, CancellationToken cancellationToken)
    {
        var record = Record(interrupted);
        record.DemandFree();
        return interrupted.Status == RemediationStatus.Applying
            ? await RunAsync(record, site, cancellationToken).ConfigureAwait(false)
            : End(record, await new RemediationRunner(site, record).RevertAsync(RemediationStatus.RolledBack, null, cancellationToken).ConfigureAwait(false));
    }

    private async Task<RemediationEnd> WithdrawAsync(RemediationRecord record, string why, CancellationToken cancellationToken)
    {
        record.Set(record.Now with { Status = RemediationStatus.Withdrawn, Reason = why });
        return End(record, null, await _tickets.CommentAsync(record.Now, $"The staged remediation {record.Now.Id} was withdrawn. {why}", cancellationToken).ConfigureAwait(false));
    }

    private static RemediationEnd Waits(RemediationRecord record, string why)
    {
        record.Set(record.Now with { Reason = why });
        return End(record, null);
    }

    private RemediationRecord Record(SonraiRemediation remediation) => new(remediation, services);

    private static RemediationEnd End(RemediationRecord record, Problem? problem, Problem? told = null) =>
        new(record.Now, problem is null ? null : problem with { Target = record.Now }, told is null ? [] : [told]);
}
