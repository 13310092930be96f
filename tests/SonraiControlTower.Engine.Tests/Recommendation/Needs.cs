using System.Text.Json;

namespace SonraiControlTower.Engine.Tests.Recommendation;

/// <summary>An identity with policies, what it did, and what its logs cover: what a recommendation is made of.</summary>
internal sealed class Needs
{
    public static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    public static readonly ActionCatalog Catalog = ActionCatalog.Embedded;
    private static readonly Recommender _recommender = new(Catalog, new FakeTimeProvider(Now));

    private readonly Dictionary<int, ActionUse> _uses = [];

    public string Kind { get; init; } = IamKind.Role;

    public DateTimeOffset CreatedAt { get; init; } = Now.AddYears(-1);

    public RecommendationQuery Query { get; init; } = new();

    /// <summary>Ninety days with data events of S3, unless a test wants others.</summary>
    public LogCoverage? Coverage { get; set; } = new(Now.AddDays(-90), Now, new HashSet<string> { "s3", "dynamodb" });

    public List<HeldPolicy> Own { get; } = [];

    public List<HeldPolicy> OfGroups { get; } = [];

    public Principal Identity => new()
    {
        Arn = $"arn:aws:iam::111122223333:{Kind.ToLowerInvariant()}/web",
        Kind = Kind,
        Account = AccountId.Parse("111122223333"),
        Name = "web",
        Path = "/",
        CreatedAt = CreatedAt,
        OwnPolicies = Own,
        GroupPolicies = OfGroups,
    };

    public PrincipalUsage Usage => new("arn:aws:iam::111122223333:role/web", PrincipalKind.Role, _uses);

    public Needs Managed(string json, string name = "p")
    {
        Own.Add(new HeldPolicy(name, $"arn:aws:iam::111122223333:policy/{name}", "arn:aws:iam::111122223333:role/web", Policy.Parse(json)));
        return this;
    }

    public Needs Inline(string json, string name = "p")
    {
        Own.Add(new HeldPolicy(name, null, "arn:aws:iam::111122223333:role/web", Policy.Parse(json)));
        return this;
    }

    public Needs Used(string action, params string[] resources) => Use(action, new ActionUse(1, 0, 0, Now.AddDays(-9), Now.AddDays(-2), resources));

    public Needs Inferred(string action, params string[] resources) => Use(action, new ActionUse(0, 1, 0, Now.AddDays(-9), Now.AddDays(-2), resources));

    public Needs Denied(string action) => Use(action, new ActionUse(0, 0, 1, null, null, []));

    public Needs Use(string action, ActionUse use)
    {
        var number = Catalog.Find(action);
        number.ShouldBeGreaterThanOrEqualTo(0, action);
        _uses[number] = use;
        return this;
    }

    public IReadOnlyList<SonraiPolicyRecommendation> All() => [.. _recommender.Of(Identity, Usage, Coverage, Query).Select(_recommender.Write)];

    public SonraiPolicyRecommendation Only() => All().ShouldHaveSingleItem();

    /// <summary>A policy of one statement.</summary>
    public static string Allow(string actions, string resources = "\"*\"", string more = "") =>
        $$"""{"Version":"2012-10-17","Statement":[{"Sid":"Data","Effect":"Allow","Action":{{actions}},"Resource":{{resources}}{{more}}}]}""";

    /// <summary>The statements of documents, one line each: Sid, effect, actions, resources.</summary>
    public static IEnumerable<string> Lines(IEnumerable<string> documents)
    {
        foreach (var statement in documents.SelectMany(document => Policy.Parse(document).Statements))
        {
            var actions = (statement.IsNotAction ? "not " : "") + string.Join(' ', statement.Actions);
            var resources = (statement.IsNotResource ? "not " : "") + string.Join(' ', statement.Resources ?? []);
            yield return $"{statement.Sid}: {(statement.IsAllow ? "Allow" : "Deny")} {actions} on {resources}{(statement.Conditions.Count > 0 ? " if " + JsonSerializer.Serialize(statement.Conditions.Select(condition => condition.Key)) : "")}";
        }
    }
}
