namespace SonraiControlTower.Binding;

/// <summary>Reads the account ids of one command's whole pipeline: malformed and repeated ones are problems, each told once.</summary>
internal sealed class AccountIdPipeline
{
    private readonly HashSet<AccountId> _seen = [];

    /// <summary>The ids that came, each once.</summary>
    public IReadOnlySet<AccountId> Ids => _seen;

    /// <summary>True once anything came through the pipe, usable or not.</summary>
    public bool AnythingCame { get; private set; }

    /// <summary>The id, if it is one and new; otherwise the problem.</summary>
    public (AccountId? Id, Problem? Problem) Read(string? text)
    {
        AnythingCame = true;
        if (!AccountId.TryParse(text, out var id))
        {
            return (null, AccountProblems.Malformed(text));
        }

        return _seen.Add(id) ? (id, null) : (null, AccountProblems.Duplicate(id));
    }

    /// <summary>Takes in ids to ask for, where a repeated one does no harm; gives a problem for each that is malformed.</summary>
    public IReadOnlyList<Problem> Gather(string[]? texts)
    {
        var malformed = new List<Problem>();
        foreach (var text in texts ?? [])
        {
            if (AccountId.TryParse(text, out var id))
            {
                _seen.Add(id);
            }
            else
            {
                malformed.Add(AccountProblems.Malformed(text));
            }
        }

        return malformed;
    }
}
