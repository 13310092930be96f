using System.Runtime.CompilerServices;

namespace SonraiControlTower.Sandbox;

/// <summary>A policy that was read, so that it can be asked.</summary>
internal sealed class PolicyText
{
    // A document is read once for as long as it is somewhere in force.
    private static readonly ConditionalWeakTable<PolicyDocument, PolicyText> _read = [];

    private PolicyText(IReadOnlyList<Statement> statements) => Statements = statements;

    public IReadOnlyList<Statement> Statements { get; }

    /// <exception cref="AwsFault">MalformedPolicyDocument.</exception>
    public static PolicyText Of(PolicyDocument document) => _read.GetValue(document, one => new PolicyText(StatementReader.Read(one.Json)));

    public Verdict Judge(AccessRequest request)
    {
        var verdict = Verdict.Silent;
        foreach (var statement in Statements)
        {
            if (statement.IsAbout(request))
            {
                if (!statement.Allows)
                {
                    return Verdict.Denied;
                }

                verdict = Verdict.Allowed;
            }
        }

        return verdict;
    }
}

/// <summary>How several policies are asked together.</summary>
internal static class PolicyTexts
{
    public static Verdict Judge(this IEnumerable<PolicyDocument> documents, AccessRequest request) =>
        documents.Select(document => PolicyText.Of(document).Judge(request)).Together();
}
