namespace SonraiControlTower.Engine;

/// <summary>Puts one account's identities together: who has which policy, by itself and through groups.</summary>
/// <param name="account">The account.</param>
/// <param name="details">What was told of it.</param>
/// <param name="managed">Finds managed policies by ARN, AWS's own among them; null for one that nothing is told of.</param>
/// <param name="problem">Is told of what is named and not there.</param>
internal sealed class AccountAssembly(
    AccountId account, AuthorizationDetails details, Func<string, ManagedDraft?> managed, Action<Problem> problem)
{
    private readonly HashSet<string> _missing = new(StringComparer.Ordinal);

    public AccountIdentities Assemble()
    {
        // Offered twice, such as in a page that was fetched again, the later one counts.
        var drafts = details.Identities.GroupBy(draft => draft.Arn, StringComparer.Ordinal).Select(same => same.Last())
            .OrderBy(draft => draft.Arn, StringComparer.Ordinal).ToList();
        var groups = drafts.Where(draft => draft.Kind is IamKind.Group).Select(draft => ToPrincipal(draft, [])).ToArray();
        // Names of groups are told apart without regard to case.
        var byName = groups.ToDictionary(group => group.Name, StringComparer.OrdinalIgnoreCase);
        var principals = drafts.Where(draft => draft.Kind is not IamKind.Group).Select(draft => ToPrincipal(draft, OfGroups(draft, byName))).ToArray();
        return new AccountIdentities(account, principals, groups, Guardrails.None);
    }

    private Principal ToPrincipal(IdentityDraft draft, IReadOnlyList<HeldPolicy> ofGroups) => new()
    {
        Arn = draft.Arn,
        Kind = draft.Kind,
        Account = account,
        Name = draft.Name.Length > 0 ? draft.Name : draft.Arn[(draft.Arn.LastIndexOf('/') + 1)..],
        Path = draft.Path,
        Id = draft.Id,
        CreatedAt = draft.CreatedAt,
        OwnPolicies = OwnPolicies(draft),
        GroupPolicies = ofGroups,
        Boundary = Boundary(draft),
        Trust = draft.Trust,
        Tags = draft.Tags,
        LastUsedAt = draft.LastUsedAt,
        Groups = draft.Groups,
        InstanceProfileArns = draft.InstanceProfileArns,
    };

    private HeldPolicy[] OwnPolicies(IdentityDraft draft)
    {
        var held = new List<HeldPolicy>(draft.InlinePolicies.Count + draft.AttachedPolicies.Count);
        held.AddRange(draft.InlinePolicies.Select(inline => new HeldPolicy(inline.Name, null, draft.Arn, inline.Policy)));
        foreach (var attached in draft.AttachedPolicies)
        {
            if (Find(attached.Arn, draft) is { Policy: { } policy } found)
            {
                held.Add(new HeldPolicy(found.Name, found.Arn, draft.Arn, policy));
            }
        }

        return [.. held];
    }

    private List<HeldPolicy> OfGroups(IdentityDraft draft, Dictionary<string, Principal> groups)
    {
        List<HeldPolicy> held = [];
        foreach (var name in draft.Groups)
        {
            if (groups.TryGetValue(name, out var group))
            {
                held.AddRange(group.OwnPolicies);
            }
            else if (_missing.Add($"group {name}"))
            {
                problem(IdentityProblems.GroupMissing(name, draft.Arn));
            }
        }

        return held;
    }

    /// <summary>A boundary that is not there or cannot be understood bounds to nothing: what is not known to be allowed is not.</summary>
    private HeldPolicy? Boundary(IdentityDraft draft) => draft.BoundaryArn is not { Length: > 0 } arn
        ? null
        : Find(arn, draft) is { } found
            ? new HeldPolicy(found.Name, found.Arn, draft.Arn, found.Policy ?? EmptyPolicy.Instance)
            : new HeldPolicy(arn, arn, draft.Arn, EmptyPolicy.Instance);

    private ManagedDraft? Find(string arn, IdentityDraft holder)
    {
        if (managed(arn) is { } found)
        {
            return found;
        }

        if (_missing.Add(arn))
        {
            problem(IdentityProblems.PolicyMissing(arn, holder.Arn));
        }

        return null;
    }
}
