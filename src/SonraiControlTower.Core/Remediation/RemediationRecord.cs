namespace SonraiControlTower;

/// <summary>One remediation on its way; everything that becomes of it is in the journal before the next step is made.</summary>
internal sealed class RemediationRecord(SonraiRemediation remediation, RemediationServices services)
{
    // Another session that has been silent for so long was killed.
    private static readonly TimeSpan _silence = TimeSpan.FromMinutes(2);

    public SonraiRemediation Now { get; private set; } = remediation;

    public IReadOnlyList<RemediationStep> Steps => Now.Steps;

    /// <exception cref="SonraiException"><c>RemediationUnderWay</c>.</exception>
    public void Set(SonraiRemediation changed)
    {
        var next = changed with { Owner = services.Owner, ChangedAt = services.Clock.GetUtcNow() };
        if (!services.Journal.TryWrite(next))
        {
            throw new SonraiException(RemediationProblems.UnderWay(services.Journal.Find(next.Id) ?? next));
        }

        Now = next with { Revision = next.Revision + 1 };
    }

    public void SetStep(int number, string state) =>
        Set(Now with { Steps = [.. Steps.Select((step, index) => index == number ? step with { State = state } : step)] });

    /// <exception cref="SonraiException"><c>RemediationUnderWay</c>.</exception>
    public void DemandFree()
    {
        if (Now.Status is RemediationStatus.Applying or RemediationStatus.Reverting
            && Now.Owner is { } owner && owner != services.Owner && services.Clock.GetUtcNow() - Now.ChangedAt < _silence)
        {
            throw new SonraiException(RemediationProblems.UnderWay(Now));
        }
    }
}
