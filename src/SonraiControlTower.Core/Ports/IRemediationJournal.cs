namespace SonraiControlTower;

/// <summary>
/// What was done, step by step, so that it can be finished or taken back after any interruption. What is written is there when the call returns, for
/// every session that opens the same journal.
/// </summary>
public interface IRemediationJournal
{
    /// <summary>All remediations, oldest first.</summary>
    IReadOnlyList<SonraiRemediation> ReadAll();

    /// <summary>One by its id, in any case; null if there is none.</summary>
    SonraiRemediation? Find(string id);

    /// <summary>
    /// Writes a remediation in the place of the one that has its id, unless somebody else has changed that since it was read: then false, and nothing is
    /// written. <see cref="SonraiRemediation.Revision"/> tells; a new one has 0, and each writing adds one.
    /// </summary>
    bool TryWrite(SonraiRemediation remediation);
}
