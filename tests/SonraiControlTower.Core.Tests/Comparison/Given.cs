using System.Text.Json.Nodes;

namespace SonraiControlTower.Core.Tests.Comparison;

/// <summary>Policies and recommendations, as short as a test can say them.</summary>
internal static class Given
{
    public const string Role = "arn:aws:iam::111122223333:role/app";

    public static JsonObject Statement(string? sid, string action, string resource = "*", string effect = "Allow")
    {
        var statement = new JsonObject();
        if (sid is not null)
        {
            statement["Sid"] = sid;
        }

        statement["Effect"] = effect;
        statement["Action"] = new JsonArray([.. action.Split(' ').Select(one => (JsonNode)one)]);
        statement["Resource"] = resource;
        return statement;
    }

    public static string Policy(params IEnumerable<JsonObject> statements) =>
        new JsonObject { ["Version"] = "2012-10-17", ["Statement"] = new JsonArray([.. statements.Select(one => one.DeepClone())]) }.ToJsonString();

    public static SonraiPolicyRecommendation Recommendation(string original, string? recommended, params IReadOnlyList<ActionAdvice> actions) => new()
    {
        IdentityArn = Role,
        PolicyName = "work",
        OriginalPolicy = original,
        RecommendedPolicies = recommended is null ? [] : [recommended],
        Advice = recommended is null ? RecommendationAdvice.Detach : RecommendationAdvice.Replace,
        Actions = actions,
    };

    public static SonraiPolicyComparison Comparison(string original, string? recommended, params IReadOnlyList<ActionAdvice> actions) =>
        PolicyComparer.Compare(Recommendation(original, recommended, actions), ComparisonChoice.Recommended);

    public static ActionAdvice Kept(string action, string reason = ActionReason.Used) => new(action, true, reason, new DateTimeOffset(2026, 11, 5, 0, 0, 0, TimeSpan.Zero), []);

    public static ActionAdvice Removed(string action, params IReadOnlyList<string> sensitivity) => new(action, false, ActionReason.Unused, null, sensitivity);
}
