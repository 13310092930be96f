using SonraiControlTower.Engine.Tests.Recommendation;

namespace SonraiControlTower.Engine.Tests.Rehearsals;

/// <summary>Knowledge to rehearse on.</summary>
internal static class Stages
{
    public const string Account = "111122223333";

    /// <summary>Of one identity.</summary>
    public static Knowledge Of(Needs needs) => Of([needs.Identity], [], needs.Coverage, (needs.Identity.Arn, needs.Usage));

    public static Knowledge Of(
        IReadOnlyList<Principal> principals, IReadOnlyList<Principal> groups, LogCoverage? coverage, params (string Arn, PrincipalUsage Usage)[] used)
    {
        var estate = new Estate([new AccountIdentities(AccountId.Parse(Account), principals, groups, Guardrails.None)], null);
        var usage = new Usage(
            used.ToDictionary(one => one.Arn, one => one.Usage),
            coverage is null ? new Dictionary<string, LogCoverage>() : new Dictionary<string, LogCoverage> { [Account] = coverage });
        var policyNeeds = new PolicyNeeds(() => Needs.Catalog, new FakeTimeProvider(Needs.Now), () => estate, _ => usage);
        return new Knowledge(estate, usage, Needs.Catalog, policyNeeds, "1");
    }

    public static PolicyCollection Collection(params IEnumerable<string> documents) =>
        new([.. documents.Select((document, i) => new PolicyText($"p{i}", null, document))]);

    public static PolicyCollection Collection(IEnumerable<HeldPolicy> policies) =>
        new([.. policies.Select(held => new PolicyText(held.Name, held.Arn, held.Policy.Json))]);

    public static Rehearsal Try(Knowledge known, string identityArn, PolicyCollection before, PolicyCollection after, DateTimeOffset? since = null) =>
        new LocalRehearsals(_ => Task.FromResult(known))
            .TryAsync(new RehearsalRequest { IdentityArn = identityArn, Before = before, After = after, Since = since }, default).GetAwaiter().GetResult();

    public static Rehearsal Try(Needs needs, PolicyCollection after, DateTimeOffset? since = null) =>
        Try(Of(needs), needs.Identity.Arn, Collection(needs.Own), after, since);
}
