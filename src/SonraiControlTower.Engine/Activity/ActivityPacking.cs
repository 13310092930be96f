namespace SonraiControlTower.Engine;

/// <summary>All counts of one file in one piece, as damaged files are kept.</summary>
internal static class ActivityPacking
{
    public static void Write(CountsWriter writer, ActivityCounts counts, ActivityWords words)
    {
        var principals = counts.ByPrincipal();
        writer.Write(principals.Count);
        foreach (var group in principals)
        {
            var principal = words.Principals[group[0].Key.Principal];
            writer.Write(principal.Kind);
            writer.Write(principal.Arn);
            writer.Write(principal.IssuerArn);
            writer.Write(group);
        }

        writer.Write(counts.Accounts.Count);
        foreach (var (account, span) in counts.Accounts)
        {
            writer.Write(words.Accounts[account]);
            writer.Write(span);
        }
    }

    /// <exception cref="InvalidDataException">The bytes are not what was written.</exception>
    public static void Read(CountsReader reader, ActivityCounts counts, ActivityWords words)
    {
        for (var left = reader.ReadNumber(); left > 0; left--)
        {
            var (kind, arn, issuer) = (reader.ReadText(), reader.ReadText(), reader.ReadText());
            reader.ReadCalls(words.Principals.Of(new LogPrincipal(kind, arn, issuer.Length == 0 ? null : issuer)), counts);
        }

        for (var left = reader.ReadNumber(); left > 0; left--)
        {
            counts.OfAccount(words.Accounts.Of(reader.ReadText())).Add(reader.ReadSpan());
        }
    }
}
