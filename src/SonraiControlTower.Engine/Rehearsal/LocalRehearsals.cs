namespace SonraiControlTower.Engine;

/// <summary>Tries policies on what was recorded.</summary>
/// <param name="knowledge">What is known, once it has been taken in.</param>
internal sealed class LocalRehearsals(Func<CancellationToken, Task<Knowledge>> knowledge) : IRehearsals
{
    public async Task<Rehearsal> TryAsync(RehearsalRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var known = await knowledge(cancellationToken).ConfigureAwait(false);
        return await Task.Run(() => Try(request, known, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    public IReadOnlyList<string> Split(string document, int longest)
    {
        var policy = Parse("the document", document);
        IReadOnlyList<string> documents = document.Count(letter => !char.IsWhiteSpace(letter)) <= longest
            ? [document]
            : new DocumentPacker(policy, longest).Pack([.. policy.Statements.Select(WrittenStatement.Of)]);
        return documents.FirstOrDefault(one => one.Length > longest && one.Count(letter => !char.IsWhiteSpace(letter)) > longest) is { } long_
            ? throw new SonraiException(IdentityProblems.PolicyTooLong(long_.Length, longest))
            : documents;
    }

    private static Rehearsal Try(RehearsalRequest request, Knowledge known, CancellationToken cancellationToken)
    {
        var before = Held(request.IdentityArn, request.Before);
        var after = Held(request.IdentityArn, request.After);
        var (tried, denied) = (0, new Dictionary<(string Action, string Resource), RehearsedDenial>());
        var identity = known.Estate.Accounts.SelectMany(account => account.Principals.Concat(account.Groups)).FirstOrDefault(one => one.Arn == request.IdentityArn);
        var coverage = identity is null ? null : known.Usage.CoverageOf(identity.Account);
        var roles = new PassedProfiles(known.Estate, known.Catalog);
        foreach (var principal in identity is null ? [] : Performers(identity, known.Estate))
        {
            if (roles.Resolve(known.Usage.Of(principal.Arn)) is { } usage)
            {
                var stage = new RehearsalStage(known, principal, before(principal), after(principal));
                foreach (var (action, use) in usage.Actions.OrderBy(one => one.Key))
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    if (use.IsUsed && !(use.LastUsedAt < request.Since))
                    {
                        tried += Math.Max(use.Resources.Count, 1);
                        foreach (var denial in stage.Denied(action, use))
                        {
                            denied.TryAdd((denial.Action, denial.Resource), denial);
                        }
                    }
                }
            }
        }

        return new Rehearsal { Tried = tried, Denied = [.. denied.Values], LogsFrom = coverage?.From, LogsTo = coverage?.To };
    }

    /// <summary>The identity itself; of a group, its members.</summary>
    private static IEnumerable<Principal> Performers(Principal identity, Estate estate) => identity.Kind == IamKind.Group ? estate.MembersOf(identity.Arn) : [identity];

    /// <summary>What a principal has if an identity, itself or a group of it, has these policies.</summary>
    private static Func<Principal, Principal> Held(string identityArn, PolicyCollection collection)
    {
        HeldPolicy[] policies = [.. collection.Policies.Select(policy => new HeldPolicy(policy.Name, policy.Arn, identityArn, Parse(policy.Name, policy.Document)))];
        var boundary = collection.Boundary is { } document ? new HeldPolicy("permissions boundary", null, identityArn, Parse("permissions boundary", document)) : null;
        return principal => principal.Arn == identityArn
            ? principal with { OwnPolicies = policies, Boundary = boundary }
            : principal with { GroupPolicies = [.. principal.GroupPolicies.Where(held => held.HolderArn != identityArn), .. policies] };
    }

    private static Policy Parse(string name, string document)
    {
        try
        {
            return Policy.Parse(document);
        }
        catch (FormatException wrong)
        {
            throw new SonraiException(IdentityProblems.GivenPolicyMalformed(name, wrong.Message));
        }
    }
}
