using System.Text.Json.Nodes;

namespace SonraiControlTower;

/// <summary>
/// A policy as JSON text, byte for byte as AWS keeps it, so that it can be put back as it was. AWS sends documents encoded as URLs are; the
/// adapter has decoded it.
/// </summary>
/// <param name="Json">The text.</param>
public sealed record PolicyDocument(string Json)
{
    /// <summary>The statements of several documents in one, for where no limit of IAM's divides them; null for none.</summary>
    public static string? Join(IReadOnlyList<string> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        if (documents.Count < 2)
        {
            return documents is [var only] ? only : null;
        }

        var whole = JsonNode.Parse(documents[0])!;
        foreach (var statement in documents.Skip(1).SelectMany(document => JsonNode.Parse(document)!["Statement"]!.AsArray()))
        {
            whole["Statement"]!.AsArray().Add(statement!.DeepClone());
        }

        return whole.ToJsonString(PolicyJson.Plain);
    }

    public override string ToString() => Json;
}

/// <summary>A policy that is embedded in one user, group or role.</summary>
/// <param name="Name">Its name there.</param>
/// <param name="Document">What it says.</param>
public sealed record InlinePolicy(string Name, PolicyDocument Document);

/// <summary>A managed policy that is attached to a user, group or role.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Arn"><c>arn:PARTITION:iam::ACCOUNT:policy/PATH/NAME</c>; ACCOUNT is <c>aws</c> for one of AWS's own.</param>
public sealed record AttachedPolicy(string Name, string Arn);
