namespace SonraiControlTower;

/// <summary>What of a stack set, or of a stack, is otherwise than a plan has it, in words that show no external id.</summary>
internal static class StackSetDifference
{
    /// <summary>The differences; none where the set is as wanted.</summary>
    public static IReadOnlyList<string> Between(StackSet set, StackSetDefinition wanted)
    {
        var differences = new List<string>();
        if (set.TemplateBody is not null && !SameText(set.TemplateBody, wanted.TemplateBody))
        {
            differences.Add("another template");
        }

        differences.AddRange(Between(set.Parameters, wanted.Parameters));
        if (wanted.ExecutionRoleName is { } execution && set.ExecutionRoleName is { } other && other != execution)
        {
            differences.Add($"execution role '{other}' instead of '{execution}'");
        }

        return differences;
    }

    /// <summary>The parameters that differ. One that AWS hides cannot be compared.</summary>
    public static IEnumerable<string> Between(IReadOnlyDictionary<string, string> there, IReadOnlyList<TemplateParameter> wanted)
    {
        foreach (var (key, value) in wanted)
        {
            if (!there.TryGetValue(key, out var has))
            {
                yield return $"no parameter {key}";
            }
            else if (value is not null && has != value && !IsHidden(has))
            {
                yield return key == RoleTemplateParameters.CollectorExternalId ? $"another {key}" : $"{key} '{has}' instead of '{value}'";
            }
        }
    }

    /// <summary>CloudFormation may send a template back with other line ends.</summary>
    public static bool SameText(string? one, string? other) => Plain(one) == Plain(other);

    /// <summary>AWS shows asterisks for a NoEcho parameter.</summary>
    public static bool IsHidden(string value) => value.Length > 0 && value.All(sign => sign == '*');

    private static string? Plain(string? text) => text?.ReplaceLineEndings("\n").TrimEnd();
}
