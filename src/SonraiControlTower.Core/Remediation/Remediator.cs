using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace SonraiControlTower;

/// <summary>
/// Remedies tickets, and takes back what was done: plan, rehearse, create, attach, verify, take away. Accounts are worked on side by side, the identities
/// of one account one after another.
/// </summary>
public sealed class Remediator : IDisposable
{
    private readonly RemediationServices _services;
    private readonly RemediationPlan _plan;
    private readonly RoleEntry _entry;
    private readonly AccountKnowledge _knowledge;
    private readonly RemediationPlanner _planner;
    private readonly RemediationDeeds _deeds;

    public Remediator(RemediationServices services, RemediationPlan plan)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(plan);
        _services = services;
        _plan = plan;
        _entry = new RoleEntry(services.Aws, services.Access, plan.Entry, services.AwsClock, RemediationProblems.BotRoleNotGiven);
        _knowledge = new AccountKnowledge(services.Analysis.Identities);
        _planner = new RemediationPlanner(services, plan, _entry, _knowledge);
        _deeds = new RemediationDeeds(services);
    }

    /// <summary>Plans and rehearses, several tickets at a time, and changes nothing in AWS.</summary>
    public IAsyncEnumerable<RemediationPreparation> PrepareAsync(IEnumerable<SonraiTicket> tickets, CancellationToken cancellationToken) =>
        Several.RunAsync(tickets, _plan.ThrottleLimit, ticket => Task.FromResult(_planner.PrepareAsync(ticket, cancellationToken)));

    /// <summary>Does what was planned. What does not fit the identity any more is not begun: see <see cref="RemediationEnd.IsOutdated"/>.</summary>
    public IAsyncEnumerable<RemediationEnd> ApplyAsync(IEnumerable<SonraiRemediation> planned, CancellationToken cancellationToken) =>
        EachAsync(planned, (one, site) => _deeds.ApplyAsync(one, site, cancellationToken), cancellationToken);

    /// <summary>Writes plans down, to be applied when new activity has shown that nothing would be denied.</summary>
    /// <param name="planned">The plans.</param>
    /// <param name="grace">How long that shall be looked for.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async IAsyncEnumerable<RemediationEnd> StageAsync(
        IEnumerable<SonraiRemediation> planned, TimeSpan grace, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(planned);
        foreach (var one in planned)
        {
            yield return await _deeds.StageAsync(one, grace, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Goes on with what is staged and due, and with what was interrupted. What is not due yet stays as it is.</summary>
    public IAsyncEnumerable<RemediationEnd> ResumeAsync(IEnumerable<SonraiRemediation> remediations, CancellationToken cancellationToken) =>
        EachAsync(remediations, (one, site) => _deeds.ResumeAsync(one, site, cancellationToken), cancellationToken);

    /// <summary>Takes back what is in force or was interrupted, and withdraws what is staged.</summary>
    public IAsyncEnumerable<RemediationEnd> UndoAsync(IEnumerable<SonraiRemediation> remediations, CancellationToken cancellationToken) =>
        EachAsync(remediations, (one, site) => _deeds.UndoAsync(one, site, cancellationToken), cancellationToken);

    /// <summary>The remediations that an account knows of, whoever has made them, on whatever machine.</summary>
    /// <exception cref="SonraiException"><c>BotRoleNotGiven</c>, or what AWS says.</exception>
    public async Task<IReadOnlyList<SonraiRemediation>> ReadLedgerAsync(AccountId account, Action<Problem> problem, CancellationToken cancellationToken)
    {
        var iam = await _entry.EnterAsync(account, cancellationToken).ConfigureAwait(false);
        return await new RemediationLedger(iam).ReadAsync(problem, cancellationToken).ConfigureAwait(false);
    }

    public void Dispose()
    {
        _entry.Dispose();
        _knowledge.Dispose();
    }

    private async IAsyncEnumerable<RemediationEnd> EachAsync(
        IEnumerable<SonraiRemediation> remediations,
        Func<SonraiRemediation, RemediationSite, Task<RemediationEnd>> act,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(remediations);
        var ends = Channel.CreateUnbounded<RemediationEnd>(new UnboundedChannelOptions { SingleReader = true });
        var options = new ParallelOptions { MaxDegreeOfParallelism = _plan.ThrottleLimit, CancellationToken = cancellationToken };
        var work = Task.Run(
            () => Parallel.ForEachAsync(
                remediations.GroupBy(one => one.Account),
                options,
                async (account, _) => await WorkAsync(account, act, ends.Writer, cancellationToken).ConfigureAwait(false)),
            CancellationToken.None);

        // However the work ends, whoever reads must not wait for more; what it ended with is thrown below.
        _ = work.ContinueWith(_ => ends.Writer.Complete(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        await foreach (var end in ends.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return end;
        }

        await work.ConfigureAwait(false);
    }

    /// <summary>
    /// Works through an account, then lets the engine know what has become of it. The last end is held back until then, for that may go wrong, too.
    /// </summary>
    private async Task WorkAsync(
        IGrouping<string, SonraiRemediation> account,
        Func<SonraiRemediation, RemediationSite, Task<RemediationEnd>> act,
        ChannelWriter<RemediationEnd> ends,
        CancellationToken cancellationToken)
    {
        RemediationEnd? last = null;
        foreach (var one in account)
        {
            if (last is not null)
            {
                ends.TryWrite(last);
            }

            last = await TryAsync(one, act, cancellationToken).ConfigureAwait(false);
        }

        try
        {
            var id = AccountId.Parse(account.Key);
            await _knowledge.RefreshAsync(id, await _entry.EnterAsync(id, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        }
        catch (SonraiException failure) when (last!.Problem is null)
        {
            last = last with { Remarks = [.. last.Remarks, failure.Problem] };
        }
        catch (SonraiException)
        {
            // The account could not be entered, and the last end says so.
        }

        ends.TryWrite(last!);
    }

    private RemediationSite Site(IIam iam) => new(iam, _services.Analysis.Rehearsals, _services.AwsClock);

    private async Task<RemediationEnd> TryAsync(
        SonraiRemediation one, Func<SonraiRemediation, RemediationSite, Task<RemediationEnd>> act, CancellationToken cancellationToken)
    {
        try
        {
            return await act(one, Site(await _entry.EnterAsync(AccountId.Parse(one.Account), cancellationToken).ConfigureAwait(false))).ConfigureAwait(false);
        }
        catch (SonraiException failure) when (failure.Problem.Kind is not (ProblemKind.NotAuthenticated or ProblemKind.NotConnected))
        {
            return new(one, failure.Problem with { Target = one }, []);
        }
    }
}
