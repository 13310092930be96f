namespace SonraiControlTower;

/// <summary>What a folder of data brought.</summary>
/// <param name="Identities">What was told of identities, file by file.</param>
/// <param name="Activity">What was told of activity.</param>
/// <param name="Problems">What is wrong with files.</param>
/// <param name="Unused">The files that tell neither of identities nor of activity.</param>
public sealed record DataFolderImport(
    IReadOnlyList<SonraiIdentityImport> Identities, SonraiActivityImport Activity, IReadOnlyList<Problem> Problems, IReadOnlyList<string> Unused)
{
    private const int Shown = 3;

    /// <summary>What whoever gave the folder should know of it; null for nothing.</summary>
    public string? Warning
    {
        get
        {
            if (Identities.Count == 0 && Activity.Files + Activity.FilesSkipped == 0)
            {
                return "The folder has neither identities nor CloudTrail's records, so the local engine knows nothing yet. Import-SonraiIdentity and Import-SonraiActivity tell it.";
            }

            var more = Unused.Count > Shown ? $" and {Unused.Count - Shown} more" : "";
            return Unused.Count == 0 ? null : $"Left aside, since they tell neither of identities nor of activity: {string.Join(", ", Unused.Take(Shown).Select(name => $"'{name}'"))}{more}.";
        }
    }
}
