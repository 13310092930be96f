namespace SonraiControlTower.Sandbox;

/// <summary>The far side of the wire: which policies users and roles have.</summary>
internal sealed class AttachmentService(LandingZone zone)
{
    public IReadOnlyList<AttachedPolicy> ListAttached(Caller caller, IamIdentity identity) =>
        [.. Find(caller, $"iam:ListAttached{identity.Kind}Policies", identity).Attached];

    public IReadOnlyList<string> ListInline(Caller caller, IamIdentity identity) =>
        [.. Find(caller, $"iam:List{identity.Kind}Policies", identity).Inline.Keys];

    public InlinePolicy? GetInline(Caller caller, IamIdentity identity, string policyName)
    {
        Demand(caller, $"iam:Get{identity.Kind}Policy", identity);
        return zone.Iam.Of(caller.Account).Find(identity)?.Inline.TryGetValue(policyName, out var document) == true
            ? new InlinePolicy(policyName, document)
            : null;
    }

    public void Attach(Caller caller, IamIdentity identity, string policyArn)
    {
        var one = Modifiable(caller, $"iam:Attach{identity.Kind}Policy", identity);
        var iam = zone.Iam.Of(caller.Account);
        if (!iam.HasPolicy(policyArn))
        {
            throw IamRefusals.NotAttachable(policyArn);
        }

        if (one.Attached.Exists(policy => policy.Arn == policyArn))
        {
            return;
        }

        if (one.Attached.Count >= IamRefusals.MostAttached)
        {
            throw IamRefusals.Quota($"PoliciesPer{identity.Kind}", IamRefusals.MostAttached);
        }

        one.Attach(policyArn);
    }

    public void Detach(Caller caller, IamIdentity identity, string policyArn)
    {
        if (Modifiable(caller, $"iam:Detach{identity.Kind}Policy", identity).Attached.RemoveAll(policy => policy.Arn == policyArn) == 0)
        {
            throw new AwsFault("NoSuchEntity", $"Policy {policyArn} was not found.");
        }
    }

    public void PutInline(Caller caller, IamIdentity identity, InlinePolicy policy)
    {
        var one = Modifiable(caller, $"iam:Put{identity.Kind}Policy", identity);
        PolicyGrammar.DemandIdentityPolicy(policy.Document);
        var others = one.Inline.Where(other => other.Key != policy.Name).Sum(other => PolicyGrammar.SizeOf(other.Value));
        var longest = IamRefusals.LongestInline(identity.Kind);
        if (others + PolicyGrammar.SizeOf(policy.Document) > longest)
        {
            throw new AwsFault("LimitExceeded", $"Maximum policy size of {longest} bytes exceeded for {identity.Kind.ToLowerInvariant()} {identity.Name}");
        }

        one.Inline[policy.Name] = policy.Document;
    }

    public void DeleteInline(Caller caller, IamIdentity identity, string policyName)
    {
        if (!Modifiable(caller, $"iam:Delete{identity.Kind}Policy", identity).Inline.Remove(policyName))
        {
            throw new AwsFault("NoSuchEntity", $"The role policy with name {policyName} cannot be found.");
        }
    }

    private IdentityState Modifiable(Caller caller, string action, IamIdentity identity) => identity.Kind == IamKind.Role
        ? zone.Roles.Modifiable(caller, action, identity.Name)
        : Find(caller, action, identity);

    private IdentityState Find(Caller caller, string action, IamIdentity identity)
    {
        Demand(caller, action, identity);
        return zone.Iam.Of(caller.Account).Find(identity) ?? throw IamRefusals.NoIdentity(identity);
    }

    private void Demand(Caller caller, string action, IamIdentity identity)
    {
        var iam = zone.Iam.Of(caller.Account);
        var arn = iam.Find(identity)?.Arn ?? iam.Arn(identity.Kind.ToLowerInvariant(), "/", identity.Name);
        zone.Authorizer.Demand(caller, action, arn);
    }
}
