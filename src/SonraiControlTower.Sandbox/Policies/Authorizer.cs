namespace SonraiControlTower.Sandbox;

/// <summary>
/// Whether a caller may do something, as far as its own account and organization decide
/// (<see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">policy evaluation logic</see>).
/// </summary>
internal sealed class Authorizer(LandingZone zone)
{
    /// <exception cref="AwsFault">AccessDenied, in AWS's words.</exception>
    public void Demand(Caller caller, string action, string resource, params IEnumerable<(string Key, string? Value)> context)
    {
        var denial = Denial(Ask(caller, action, resource, context));
        zone.Journal.Note(caller, action, denial is null);
        if (denial is not null)
        {
            throw AwsFault.Denied(denial.Words);
        }
    }

    /// <summary>
    /// What is made with tags asks for the right to tag it, too
    /// (<see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_tags_control-tags.html">controlling access during creation</see>).
    /// </summary>
    /// <exception cref="AwsFault">AccessDenied, in AWS's words.</exception>
    public void DemandTagging(Caller caller, string action, string resource, IReadOnlyDictionary<string, string> tags)
    {
        if (tags.Count > 0)
        {
            Demand(caller, action, resource);
        }
    }

    /// <summary>Why not; null if it may.</summary>
    public Denial? Denial(AccessRequest request)
    {
        var layers = Layers(request).ToList();
        return layers.Find(layer => layer.Verdict == Verdict.Denied) is { Kind: { } denying }
            ? new Denial(denying, IsExplicit: true, DenialWords.Explicit(request, denying))
            : layers.Find(layer => layer.Verdict == Verdict.Silent) is { Kind: { } silent }
                ? new Denial(silent, IsExplicit: false, DenialWords.Implicit(request, silent))
                : null;
    }

    /// <summary>A request with the condition keys that every request has.</summary>
    public AccessRequest Ask(Caller caller, string action, string resource, params IEnumerable<(string Key, string? Value)> more)
    {
        var context = new Dictionary<string, string>
        {
            ["aws:principalarn"] = caller.PrincipalArn,
            ["aws:principalaccount"] = caller.Account.ToString(),
            ["aws:principalisawsservice"] = caller.Service is null ? "false" : "true",
            ["aws:securetransport"] = "true",
        };
        if (zone.Has(caller.Account))
        {
            context["aws:principalorgid"] = zone.Organization.Id;
        }

        foreach (var (key, value) in more)
        {
            if (value is not null)
            {
                context[key.ToLowerInvariant()] = value;
            }
        }

        return new AccessRequest(caller, action, resource, context);
    }

    private IEnumerable<(string? Kind, Verdict Verdict)> Layers(AccessRequest request)
    {
        var caller = request.Caller;
        yield return (DenialWords.ServiceControlPolicy, zone.ServiceControl(request));

        var iam = zone.Iam.Of(caller.Account);
        var identity = iam.Find(caller.Identity);
        yield return (DenialWords.IdentityPolicy, identity is null ? Verdict.Silent : iam.DocumentsOf(identity).Judge(request));

        if (identity?.BoundaryArn is { } boundary)
        {
            yield return (DenialWords.PermissionsBoundary, iam.Documents([boundary]).Judge(request));
        }

        if (caller.SessionPolicy is { } session)
        {
            yield return (DenialWords.SessionPolicy, PolicyText.Of(session).Judge(request));
        }
    }
}

/// <summary>That something is denied.</summary>
/// <param name="Kind">The kind of policy that decided, as AWS calls it.</param>
/// <param name="IsExplicit">True if a statement denies it; false if none allows it.</param>
/// <param name="Words">AWS's sentence.</param>
internal sealed record Denial(string Kind, bool IsExplicit, string Words);
