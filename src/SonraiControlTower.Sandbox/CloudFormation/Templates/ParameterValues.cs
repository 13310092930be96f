namespace SonraiControlTower.Sandbox;

/// <summary>The values that a template is worked with.</summary>
internal static class ParameterValues
{
    private const string Hidden = "****";

    /// <summary>
    /// What was given, what was there before (where the value given is null), or the template's default.
    /// </summary>
    /// <exception cref="AwsFault">ValidationError, in AWS's words.</exception>
    public static IReadOnlyDictionary<string, string> Settle(
        Template template, IReadOnlyList<TemplateParameter> given, IReadOnlyDictionary<string, string>? before)
    {
        var unknown = given.Select(one => one.Key).Except(template.Parameters.Select(one => one.Name)).ToList();
        if (unknown.Count > 0)
        {
            throw AwsFault.Validation($"Parameters: [{string.Join(", ", unknown)}] do not exist in the template");
        }

        var values = new Dictionary<string, string>();
        var missing = new List<string>();
        foreach (var declared in template.Parameters)
        {
            var one = given.FirstOrDefault(parameter => parameter.Key == declared.Name);
            var value = one is { Value: null } ? before?.GetValueOrDefault(declared.Name) : one?.Value ?? declared.Default;
            if (value is null)
            {
                missing.Add(declared.Name);
                continue;
            }

            declared.Demand(value);
            values.Add(declared.Name, value);
        }

        return missing.Count == 0 ? values : throw AwsFault.Validation($"Parameters: [{string.Join(", ", missing)}] must have values");
    }

    /// <summary>The values as AWS tells of them: a NoEcho parameter comes as asterisks.</summary>
    public static IReadOnlyDictionary<string, string> Shown(Template template, IReadOnlyDictionary<string, string> values) =>
        template.Parameters.Where(one => values.ContainsKey(one.Name)).ToDictionary(one => one.Name, one => one.NoEcho ? Hidden : values[one.Name]);
}
