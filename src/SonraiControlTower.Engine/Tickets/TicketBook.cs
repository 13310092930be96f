using System.Security.Cryptography;
using System.Text;

namespace SonraiControlTower.Engine;

/// <summary>All tickets there ever were, brought in step with what is found. Not for several threads at once.</summary>
/// <param name="tenant">The tenant's name, which is in every SRN.</param>
/// <param name="frameworks">Which framework each control policy belongs to.</param>
/// <param name="shelf">Where the tickets are kept.</param>
internal sealed class TicketBook(string tenant, IReadOnlyList<SonraiControlFramework> frameworks, ITicketShelf shelf)
{
    // Read when tickets are first asked for: most sessions never do.
    private readonly Lazy<Dictionary<string, TicketState>> _read = new(() => shelf.Read().ToDictionary(state => state.Ticket.Srn));

    // What was found when it was last looked.
    private HashSet<string> _found = [];

    private Dictionary<string, TicketState> Held => _read.Value;

    public IEnumerable<TicketState> States => Held.Values;

    public TicketState? Find(string srn) => Held.GetValueOrDefault(srn);

    /// <summary>Makes, updates, reopens and closes tickets, so that they say what the findings do.</summary>
    public void Update(IReadOnlyList<ControlFinding> findings, string data, DateTimeOffset now)
    {
        _found = [.. findings.Select(SrnOf)];
        var covered = Held.Values.Where(state => state.CoversIdentity(now))
            .OrderByDescending(state => state.Acceptance!.Until ?? DateTimeOffset.MaxValue).DistinctBy(state => state.IdentityArn)
            .ToDictionary(state => state.IdentityArn);
        var changed = new Dictionary<string, TicketState>();
        foreach (var finding in findings)
        {
            var srn = SrnOf(finding);
            changed[srn] = (Held.GetValueOrDefault(srn) ?? Make(srn, finding, now)).Found(finding, data, now);
            if (covered.TryGetValue(finding.IdentityArn, out var terms) && !changed[srn].IsReopenedSince(terms) && changed[srn].Accepted(terms.Acceptance, data, TicketState.Engine, now) is { } accepted)
            {
                changed[srn] = accepted.Commented($"The risk of every ticket of this resource is accepted: see '{terms.Ticket.Title}'.", TicketState.Engine, now);
            }
        }

        foreach (var (srn, state) in Held)
        {
            if (!changed.ContainsKey(srn) && state.NotFound(data, now) is var settled && settled != state)
            {
                changed[srn] = settled;
            }
        }

        Put(changed.Values);
    }

    /// <summary>Wakes what has slept, or was accepted, long enough.</summary>
    public void Wake(string data, DateTimeOffset now) => Put(
        [.. Held.Values.Select(state => state.Woken(_found.Contains(state.Ticket.Srn), data, now)).Where(state => Held[state.Ticket.Srn] != state)]);

    public void Put(IReadOnlyCollection<TicketState> states)
    {
        if (states.Count == 0)
        {
            return;
        }

        shelf.Write(states);
        foreach (var state in states)
        {
            Held[state.Ticket.Srn] = state;
        }
    }

    // The same finding has the same SRN on every machine, so that what was said of it is not lost with the store.
    private string SrnOf(ControlFinding finding) =>
        $"srn:{tenant}::Ticket/{new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{finding.Policy}\n{finding.IdentityArn}")).AsSpan(0, 16))}";

    private TicketState Make(string srn, ControlFinding finding, DateTimeOffset now)
    {
        var framework = frameworks.First(one => one.Policies!.Contains(finding.Policy));
        var ticket = new SonraiTicket
        {
            Title = finding.Policy,
            Srn = srn,
            Status = TicketStatus.New,
            ResourceName = finding.Name,
            ResourceSrn = $"srn:aws:iam::{finding.Account}/{finding.Kind}/{finding.Kind}/{finding.Name}",
            ResourceType = finding.Kind,
            Account = finding.Account.ToString(),
            TicketType = "Policy",
            TicketKey = framework.Srn,
            Policy = finding.Policy,
            FrameworkSrns = [framework.Srn],
            CreatedAt = now,
            FirstSeenAt = now,
            LastModifiedAt = now,
            Comments = [],
        };
        return new TicketState(ticket, finding.IdentityArn);
    }
}
