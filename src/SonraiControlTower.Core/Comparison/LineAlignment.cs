namespace SonraiControlTower;

/// <summary>Puts lines of two texts side by side: the longest common subsequence stands in the same rows, what only one has stands alone.</summary>
internal static class LineAlignment
{
    // Beyond this the table would be larger than it is worth: the beginnings and ends that are alike are enough then.
    private const long MostCells = 4_000_000;

    public static List<(string? Left, string? Right)> Align(IReadOnlyList<string> left, IReadOnlyList<string> right)
    {
        var begin = 0;
        while (begin < left.Count && begin < right.Count && IsSame(left[begin], right[begin]))
        {
            begin++;
        }

        var end = 0;
        while (end < left.Count - begin && end < right.Count - begin && IsSame(left[^(end + 1)], right[^(end + 1)]))
        {
            end++;
        }

        var rows = new List<(string?, string?)>();
        rows.AddRange(Enumerable.Range(0, begin).Select(at => ((string?)left[at], (string?)right[at])));
        Middle([.. left.Skip(begin).Take(left.Count - begin - end)], [.. right.Skip(begin).Take(right.Count - begin - end)], rows);
        rows.AddRange(Enumerable.Range(0, end).Select(at => ((string?)left[left.Count - end + at], (string?)right[right.Count - end + at])));
        return rows;
    }

    /// <summary>A comma at the end says only that something follows.</summary>
    public static bool IsSame(string left, string right) => left.AsSpan().TrimEnd(',').SequenceEqual(right.AsSpan().TrimEnd(','));

    private static void Middle(string[] left, string[] right, List<(string?, string?)> rows)
    {
        if ((long)left.Length * right.Length > MostCells)
        {
            rows.AddRange(left.Select(line => ((string?)line, (string?)null)));
            rows.AddRange(right.Select(line => ((string?)null, (string?)line)));
            return;
        }

        var common = Common(left, right);
        var (one, other) = (0, 0);
        while (one < left.Length || other < right.Length)
        {
            if (one < left.Length && other < right.Length && IsSame(left[one], right[other]))
            {
                rows.Add((left[one++], right[other++]));
            }
            else if (one < left.Length && other < right.Length && IsOfSameMember(left[one], right[other]) && common[one + 1, other + 1] == common[one, other])
            {
                // The same member with another value: changed, not gone and come.
                rows.Add((left[one++], right[other++]));
            }
            else if (other == right.Length || (one < left.Length && common[one + 1, other] >= common[one, other + 1]))
            {
                rows.Add((left[one++], null));
            }
            else
            {
                rows.Add((null, right[other++]));
            }
        }
    }

    private static bool IsOfSameMember(string left, string right)
    {
        var colon = left.IndexOf("\": ", StringComparison.Ordinal);
        return colon > 0 && right.StartsWith(left[..(colon + 3)], StringComparison.Ordinal);
    }

    private static int[,] Common(string[] left, string[] right)
    {
        var common = new int[left.Length + 1, right.Length + 1];
        for (var one = left.Length - 1; one >= 0; one--)
        {
            for (var other = right.Length - 1; other >= 0; other--)
            {
                common[one, other] = IsSame(left[one], right[other])
                    ? common[one + 1, other + 1] + 1
                    : Math.Max(common[one + 1, other], common[one, other + 1]);
            }
        }

        return common;
    }
}
