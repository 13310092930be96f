namespace SonraiControlTower.Engine.Tests.Tickets;

/// <summary>Findings as a test wants them.</summary>
internal sealed class FakeFindings(params IReadOnlyList<ControlFinding> findings) : IFindings
{
    public const string Policy = "AWS Roles: Unused Sensitive Permissions";
    public const string FrameworkSrn = "srn:acme::ControlFramework/1e6f7d2b-8c45-4a1f-8d73-22b9e4a5f302";
    private int _imports;

    public IReadOnlyList<ControlFinding> Now { get; private set; } = findings;

    public static ControlFinding One(string name, string account = "111122223333", int severity = 70) =>
        new(Policy, $"arn:aws:iam::{account}:role/{name}", IamKind.Role, AccountId.Parse(account), name, severity);

    /// <summary>The SRN that the ticket about a finding has.</summary>
    public static string SrnOf(ControlFinding finding)
    {
        var book = new TicketBook("acme", FrameworkCatalogue.Read("acme"), new NoShelf());
        book.Update([finding], "any", DateTimeOffset.UnixEpoch);
        return book.States.Single().Ticket.Srn;
    }

    /// <summary>After an import there are these.</summary>
    public void Become(params IReadOnlyList<ControlFinding> findings)
    {
        Now = findings;
        _imports++;
    }

    public async Task<FindingsStamp> StampAsync(CancellationToken cancellationToken) => new($"{_imports}", default);

    public async Task<IReadOnlyList<ControlFinding>> FindAsync(CancellationToken cancellationToken) => Now;

    public async Task<IReadOnlyList<PolicyEvidence>> EvidenceAsync(string identityArn, CancellationToken cancellationToken) =>
        [new PolicyEvidence { PolicyName = "wide", IdentityArn = identityArn }];
}
