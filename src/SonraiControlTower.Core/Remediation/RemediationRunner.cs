namespace SonraiControlTower;

/// <summary>Does a remediation, or takes it back, step by step in one account. Whoever is killed at it leaves a journal to go on from.</summary>
internal sealed class RemediationRunner(RemediationSite site, RemediationRecord record)
{
    private const int Tries = 3;

    private readonly RemediationLedger _ledger = new(site.Iam);

    /// <summary>Does what is not done yet. Where a step fails, everything is taken back.</summary>
    /// <returns>What went wrong; null for nothing.</returns>
    public async Task<Problem?> ApplyAsync(TimeProvider clock, CancellationToken cancellationToken)
    {
        try
        {
            if (record.Now.Status != RemediationStatus.Applying)
            {
                record.Set(record.Now with { Status = RemediationStatus.Applying, Reason = null });
            }

            if (record.Steps.All(step => step.State == StepState.Pending))
            {
                // One that was cut off while it was written is of no use.
                await _ledger.DeleteAsync(record.Now.Id, cancellationToken).ConfigureAwait(false);
                await _ledger.WriteAsync(record.Now, cancellationToken).ConfigureAwait(false);
            }

            for (var number = 0; number < record.Steps.Count; number++)
            {
                if (record.Steps[number].State != StepState.Done)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    record.SetStep(number, StepState.Begun);
                    await DoAsync(number, cancellationToken).ConfigureAwait(false);
                    record.SetStep(number, StepState.Done);
                }
            }

            var applied = record.Now with { Status = RemediationStatus.Applied, AppliedAt = clock.GetUtcNow() };
            await _ledger.MarkAsync(applied, cancellationToken).ConfigureAwait(false);
            record.Set(applied);
            return null;
        }
        catch (SonraiException failure) when (failure.Problem.Id != "RemediationUnderWay")
        {
            return await RevertAsync(RemediationStatus.RolledBack, failure.Problem, cancellationToken).ConfigureAwait(false) ?? failure.Problem;
        }
    }

    /// <summary>Takes back what was done or begun, the last first.</summary>
    /// <param name="end">The status that it comes to, a word of <see cref="RemediationStatus"/>.</param>
    /// <param name="why">What went wrong; null where somebody wants it.</param>
    /// <param name="cancellationToken">Interrupts it.</param>
    /// <returns>What went wrong with taking back; null for nothing.</returns>
    public async Task<Problem?> RevertAsync(string end, Problem? why, CancellationToken cancellationToken)
    {
        record.Set(record.Now with { Status = RemediationStatus.Reverting, Reason = why?.Message ?? record.Now.Reason });
        try
        {
            for (var number = record.Steps.Count - 1; number >= 0; number--)
            {
                if (record.Steps[number].State is StepState.Begun or StepState.Done)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    await PatientlyAsync(() => record.Steps[number].Change.RevertAsync(site, cancellationToken)).ConfigureAwait(false);
                    record.SetStep(number, StepState.Reverted);
                }
            }

            await _ledger.DeleteAsync(record.Now.Id, cancellationToken).ConfigureAwait(false);
        }
        catch (SonraiException failure) when (failure.Problem.Id != "RemediationUnderWay")
        {
            record.Set(record.Now with { Reason = failure.Problem.Message });
            return RemediationProblems.RollbackIncomplete(record.Now, failure.Problem);
        }

        record.Set(record.Now with { Status = end, AppliedAt = null });
        return null;
    }

    /// <summary>What somebody has done since that would be lost; null for nothing.</summary>
    public async Task<Problem?> PreventedAsync(CancellationToken cancellationToken)
    {
        if (record.Steps.All(step => step.Change is DeleteCredential or VerifyAccess))
        {
            return RemediationProblems.UndoPrevented(record.Steps[0].Change, "IAM does not tell the secret of what was deleted") with { Target = record.Now };
        }

        foreach (var step in record.Steps.Where(step => step.State is StepState.Begun or StepState.Done).Reverse())
        {
            if ((await step.Change.LookAsync(site, cancellationToken).ConfigureAwait(false)).Otherwise is { } otherwise)
            {
                return RemediationProblems.UndoPrevented(step.Change, otherwise) with { Target = record.Now };
            }
        }

        return null;
    }

    private async Task DoAsync(int number, CancellationToken cancellationToken)
    {
        try
        {
            await PatientlyAsync(() => record.Steps[number].Change.ApplyAsync(site, cancellationToken)).ConfigureAwait(false);
        }
        catch (SonraiException overtaken) when (overtaken.Problem.Id == "RemediationOvertaken")
        {
            // What somebody else has made of it stays: there is nothing of ours to take back.
            record.SetStep(number, StepState.Pending);
            throw;
        }
    }

    /// <summary>A lost answer does not matter: a change looks first how things are.</summary>
    private static async Task PatientlyAsync(Func<Task> act)
    {
        for (var tried = 1; ; tried++)
        {
            try
            {
                await act().ConfigureAwait(false);
                return;
            }
            catch (SonraiException lost) when (tried < Tries && lost.Problem.Id == "AwsAnswerLost")
            {
            }
        }
    }
}
