using System.Globalization;

namespace SonraiControlTower.Engine;

/// <summary>
/// Writes what an identity needs of a policy as documents. Each statement comes of one of the original's: it allows a part of its actions, under its
/// conditions, on its resources or a part of them. Deny statements stay as they are.
/// </summary>
internal sealed class PolicyWriter(ActionCatalog catalog)
{
    private readonly ActionPatterns _patterns = new(catalog);

    /// <param name="need">What is needed.</param>
    /// <param name="ground">What it was concluded from.</param>
    /// <param name="isMonitored">True for nothing but what was seen in logs.</param>
    public IReadOnlyList<WrittenStatement> Write(PolicyNeed need, NeedGround ground, bool isMonitored)
    {
        var kept = isMonitored ? need.Monitored : need.Kept;
        var sids = new HashSet<string>(need.Policy.Policy.Statements.Select(statement => statement.Sid).OfType<string>(), StringComparer.Ordinal);
        List<WrittenStatement> written = [];
        var allow = 0;
        foreach (var statement in need.Policy.Policy.Statements)
        {
            if (!statement.IsAllow)
            {
                written.Add(WrittenStatement.Of(statement));
                continue;
            }

            var change = ground.Statements[allow++];
            if (isMonitored ? IsUnchanged(ground, change, kept) : change.IsUnchanged)
            {
                written.Add(WrittenStatement.Of(statement));
            }
            else
            {
                Write(need, ground, change, isMonitored, sids, written);
            }
        }

        return written;
    }

    private static bool IsUnchanged(NeedGround ground, StatementNeed change, ActionSet kept) =>
        change.Narrowed.Count == 0 && !change.Grant.Unknown.Any() && ground.Stays(change.Grant.Actions, kept);

    private void Write(PolicyNeed need, NeedGround ground, StatementNeed change, bool isMonitored, HashSet<string> sids, List<WrittenStatement> written)
    {
        var kept = isMonitored ? need.Monitored : need.Kept;
        var whole = change.Whole(kept);
        var actions = _patterns.Write(whole, change.Grant, pattern => ground.Stays(pattern, whole));
        if (!isMonitored)
        {
            actions.AddRange(change.Grant.Unknown);
            actions.Sort(static (one, other) => ActionName.Compare(one, other));
        }

        var statement = change.Grant.Statement;
        if (actions.Count > 0)
        {
            written.Add(new WrittenStatement(statement, Sid(Word(need, whole, isMonitored), statement, sids), actions, statement.Resources));
        }

        foreach (var narrowed in change.Narrowed.Where(narrowed => narrowed.Resources.Count > 0))
        {
            var set = new ActionSet(catalog.Count);
            narrowed.Actions.ForEach(set.Add);
            set.IntersectWith(kept);
            written.Add(new WrittenStatement(statement, Sid("UsedOf", statement, sids), _patterns.Write(set, change.Grant, pattern => pattern.IsWithin(set)), narrowed.Resources));
        }
    }

    /// <summary>Where a statement's actions come from: logs, what logs cannot show, or both.</summary>
    private static string Word(PolicyNeed need, ActionSet actions, bool isMonitored)
    {
        if (isMonitored || (!actions.IsEmpty && actions.IsWithin(need.Monitored)))
        {
            return "UsedOf";
        }

        return actions.Overlaps(need.Monitored) ? "KeptOf" : "UnseenOf";
    }

    /// <summary>Sids are letters and digits, and each stands once in a policy.</summary>
    private static string Sid(string word, Statement statement, HashSet<string> sids)
    {
        var stem = string.Concat((statement.Sid ?? "").Where(char.IsAsciiLetterOrDigit));
        var sid = word + (stem.Length > 0 ? stem : string.Create(CultureInfo.InvariantCulture, $"Statement{statement.Index + 1}"));
        var unique = sid;
        for (var number = 2; !sids.Add(unique); number++)
        {
            unique = string.Create(CultureInfo.InvariantCulture, $"{sid}No{number}");
        }

        return unique;
    }
}
