using System.Text.RegularExpressions;

namespace SonraiControlTower;

/// <summary>
/// The word that the collector says when it assumes a role: 2 to 1,224 letters, digits and <c>_+=,.@:/-</c>. It prints as a placeholder. Source:
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html">access by third parties</see>.
/// </summary>
public sealed partial class ExternalId : IEquatable<ExternalId>
{
    private readonly string _text;

    private ExternalId(string text) => _text = text;

    /// <summary>Reads an external id.</summary>
    /// <exception cref="SonraiException"><c>MalformedExternalId</c>; its message does not repeat the text.</exception>
    public static ExternalId Parse(string? text) =>
        text is not null && Pattern().IsMatch(text) ? new(text) : throw new SonraiException(StsProblems.MalformedExternalId);

    /// <summary>An external id that no trust policy has: to prove that a role refuses a wrong one.</summary>
    public static ExternalId Random() => new($"sonrai-probe-{Guid.NewGuid()}");

    /// <summary>The text itself, for a template's parameter and for the request to AWS.</summary>
    public string Reveal() => _text;

    public bool Equals(ExternalId? other) => other is not null && _text == other._text;

    public override bool Equals(object? obj) => Equals(obj as ExternalId);

    public override int GetHashCode() => _text.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => "(external id)";

    [GeneratedRegex(@"\A[a-zA-Z0-9_+=,.@:/-]{2,1224}\z")]
    private static partial Regex Pattern();
}
