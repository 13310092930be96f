namespace SonraiControlTower;

/// <summary>What is to be other than it is with a role that stands in the accounts. What is null stays.</summary>
public sealed record RoleChange
{
    /// <summary>A word of <see cref="CollectorPolicy"/>.</summary>
    public string? PolicyChoice { get; init; }

    /// <summary>What the collector must say from now on.</summary>
    public ExternalId? ExternalId { get; init; }

    /// <summary>The keys of trails, by ARN; an empty list for none.</summary>
    public IReadOnlyList<string>? KmsKeyArns { get; init; }

    /// <summary>The policy that bounds the role, by ARN; empty for none.</summary>
    public string? PermissionsBoundaryArn { get; init; }

    /// <summary>The template to take; null keeps the one that is there.</summary>
    public string? TemplateBody { get; init; }

    /// <summary>How many accounts are changed before it is looked at whether it went well.</summary>
    public int WaveSize { get; init; } = 100;

    /// <summary>True where nothing is named.</summary>
    public bool IsEmpty => TemplateBody is null && Changed.Count == 0;

    /// <summary>What changes, by name; values are not shown, for one may be an external id.</summary>
    public override string ToString() => string.Join(", ", [.. Changed.Keys, .. TemplateBody is null ? Array.Empty<string>() : ["the template"]]);

    /// <summary>The parameters that change.</summary>
    internal IReadOnlyDictionary<string, string> Changed => new (string Key, string? Value)[]
    {
        (RoleTemplateParameters.PolicyChoice, PolicyChoice),
        (RoleTemplateParameters.CollectorExternalId, ExternalId?.Reveal()),
        (RoleTemplateParameters.KmsKeyArns, KmsKeyArns is null ? null : string.Join(',', KmsKeyArns)),
        (RoleTemplateParameters.PermissionsBoundaryArn, PermissionsBoundaryArn),
    }.Where(one => one.Value is not null).ToDictionary(one => one.Key, one => one.Value!);

    /// <summary>Every parameter: the changed ones, and the others as they are.</summary>
    /// <exception cref="SonraiException"><c>StackSetLacksParameter</c>.</exception>
    internal IReadOnlyList<TemplateParameter> Parameters(string stackSet, IReadOnlyDictionary<string, string> there)
    {
        var changed = Changed;
        return TemplateBody is null && changed.Keys.Except(there.Keys).FirstOrDefault() is { } lacking
            ? throw new SonraiException(RollOutProblems.LacksParameter(stackSet, lacking))
            : [.. there.Keys.Union(changed.Keys).Select(key => new TemplateParameter(key, changed.GetValueOrDefault(key)))];
    }

    /// <summary>True where it can be seen that everything is so already. What AWS hides counts as not so.</summary>
    internal bool IsSo(string? templateBody, IReadOnlyDictionary<string, string> there) =>
        (TemplateBody is null || StackSetDifference.SameText(TemplateBody, templateBody))
        && Changed.All(one => there.TryGetValue(one.Key, out var value) && value == one.Value);
}
