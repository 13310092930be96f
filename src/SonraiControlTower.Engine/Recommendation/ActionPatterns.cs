namespace SonraiControlTower.Engine;

/// <summary>
/// Writes a set of actions as a list for a policy, in the order of services and names. A pattern that the statement has stays where all that it names
/// stays. A new one is made only where it names exactly a part of the set today, ends where a word ends, and lies within what the statement names, so
/// that an action which AWS adds tomorrow is allowed by it only if the statement allowed it as well.
/// </summary>
internal sealed class ActionPatterns(ActionCatalog catalog)
{
    /// <summary>A pattern for fewer is no easier to read than their names.</summary>
    private const int Fewest = 3;

    /// <param name="actions">The set.</param>
    /// <param name="grant">The statement that it is of.</param>
    /// <param name="stays">Whether all that a pattern of the statement names stays.</param>
    public List<string> Write(ActionSet actions, StatementGrant grant, Func<ActionSet, bool> stays)
    {
        var rest = actions.Copy();
        List<string> asWritten = [];
        for (var i = 0; i < grant.Patterns.Count; i++)
        {
            var pattern = grant.Patterns[i];
            if (pattern.Overlaps(rest) && stays(pattern))
            {
                asWritten.Add(grant.Statement.Actions[i]);
                rest.ExceptWith(pattern);
            }
        }

        var made = Make(rest, grant.Statement);
        if (asWritten.Count == 0)
        {
            return made;
        }

        made.AddRange(asWritten);
        made.Sort(static (one, other) => ActionName.Compare(one, other));
        return made;
    }

    private List<string> Make(ActionSet actions, Statement statement)
    {
        List<string> made = [];
        int[] all = [.. actions.Actions()];
        for (var i = 0; i < all.Length;)
        {
            var end = i + 1;
            while (end < all.Length && all[end] == all[end - 1] + 1)
            {
                end++;
            }

            Run(all[i], all[end - 1] + 1, statement, made);
            i = end;
        }

        return made;
    }

    /// <summary>Names that begin alike stand together in the catalogue: a beginning is of this run alone if neither neighbour of the run has it.</summary>
    /// <param name="from">The first of actions that follow each other in the catalogue, all in the set.</param>
    /// <param name="to">The one behind the last, which is not.</param>
    /// <param name="statement">The statement that they are of.</param>
    /// <param name="made">Where names and patterns are added.</param>
    private void Run(int from, int to, Statement statement, List<string> made)
    {
        for (var at = from; at < to;)
        {
            var taken = to - at < Fewest ? 0 : Beginning(at, to, statement, made);
            if (taken == 0)
            {
                made.Add(catalog[at].Name);
                taken = 1;
            }

            at += taken;
        }
    }

    private int Beginning(int at, int to, Statement statement, List<string> made)
    {
        var name = catalog[at].Name;
        for (var length = name.IndexOf(':') + 1; length <= name.Length; length = NextWord(name, length))
        {
            var beginning = name.AsSpan(0, length);
            if (!HasBeginning(at - 1, beginning) && !HasBeginning(to, beginning))
            {
                var count = 1;
                while (at + count < to && HasBeginning(at + count, beginning))
                {
                    count++;
                }

                if (count < Fewest)
                {
                    return 0;
                }

                var pattern = string.Concat(beginning, "*");
                if (IsWithin(pattern, statement))
                {
                    made.Add(pattern);
                    return count;
                }
            }
        }

        return 0;
    }

    private bool HasBeginning(int action, ReadOnlySpan<char> beginning) => action >= 0 && action < catalog.Count
        && catalog[action].Name.AsSpan() is var name && name.Length >= beginning.Length && ActionName.Compare(name[..beginning.Length], beginning) == 0;

    /// <summary>Where the word ends that begins here: before the next capital letter that follows a small one, or begins a word after several.</summary>
    private static int NextWord(string name, int from)
    {
        for (var i = from + 1; i < name.Length; i++)
        {
            if (char.IsUpper(name[i]) && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]))))
            {
                return i;
            }
        }

        return from < name.Length ? name.Length : name.Length + 1;
    }

    private static bool IsWithin(string pattern, Statement statement) => statement.IsNotAction
        ? !statement.Actions.Any(other => PatternRelation.Overlap(other, pattern, anyCase: true))
        : statement.Actions.Any(wider => PatternRelation.Covers(wider, pattern, anyCase: true));
}
