namespace SonraiControlTower.Engine;

/// <summary>
/// The Resource or NotResource of a statement. Case counts, and a wildcard reaches over colons and slashes. Source:
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html">Resource</see>.
/// </summary>
internal sealed class ResourceMatcher
{
    private readonly bool _isNot;
    private readonly Glob[] _globs;
    private readonly Template[] _templates;

    public ResourceMatcher(IReadOnlyList<string> patterns, bool isNot, bool hasVariables)
    {
        _isNot = isNot;
        var globs = new List<Glob>();
        var templates = new List<Template>();
        foreach (var pattern in patterns)
        {
            if (Template.Parse(pattern, hasVariables, hasWildcards: true, out var constant) is { } template)
            {
                templates.Add(template);
            }
            else
            {
                globs.Add(Glob.FromMarked(constant));
            }
        }

        _globs = [.. globs];
        _templates = [.. templates];
    }

    public bool IsNot => _isNot;

    /// <summary>The patterns that have no variables.</summary>
    public IReadOnlyList<Glob> Globs => _globs;

    /// <summary>The patterns that have variables.</summary>
    public IReadOnlyList<Template> Templates => _templates;

    /// <summary>Whether the request's resource is one of these, or none of these for NotResource.</summary>
    public Truth Matches(in AccessRequest request, ICollection<string>? unknown)
    {
        var answer = Truth.False;
        foreach (var glob in _globs)
        {
            if (glob.Matches(request.Resource))
            {
                answer = Truth.True;
                break;
            }
        }

        foreach (var template in answer is Truth.True ? [] : _templates)
        {
            answer = answer.Or(Matches(template, request, unknown));
        }

        return _isNot ? answer.Not() : answer;
    }

    private static Truth Matches(Template template, in AccessRequest request, ICollection<string>? unknown)
    {
        var known = template.Resolve(request, out var marked);
        if (known is Truth.False || !Glob.Matches(marked, request.Resource))
        {
            return Truth.False;
        }

        if (known is Truth.Unknown && unknown is not null)
        {
            template.TellUnknown(request, unknown);
        }

        return known;
    }
}
