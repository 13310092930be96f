namespace SonraiControlTower;

/// <summary>
/// A policy as JSON text, byte for byte as AWS keeps it, so that it can be put back as it was. AWS sends documents encoded as URLs are; the
/// adapter has decoded it.
/// </summary>
/// <param name="Json">The text.</param>
public sealed record PolicyDocument(string Json)
{
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
