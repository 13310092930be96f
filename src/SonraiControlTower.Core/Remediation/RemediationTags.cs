namespace SonraiControlTower;

/// <summary>The tags of what remediation makes in IAM: whose it is, and why it is there.</summary>
public static class RemediationTags
{
    /// <summary>The id of the remediation.</summary>
    public const string Id = "SonraiRemediation";

    /// <summary>The ticket.</summary>
    public const string Ticket = "SonraiTicket";

    /// <summary>Who did it.</summary>
    public const string By = "SonraiBy";

    /// <summary>When, ISO 8601.</summary>
    public const string At = "SonraiAt";

    /// <summary>The policy in whose place it stands.</summary>
    public const string Replaces = "SonraiReplaces";

    /// <summary>The identity that is changed.</summary>
    public const string Identity = "SonraiIdentity";

    private const int Longest = 256;

    /// <summary>
    /// A text as a tag's value: what IAM does not take there becomes <c>_</c>
    /// (<see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_Tag.html">Tag</see>).
    /// </summary>
    public static string Value(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var value = string.Concat(text.Select(letter => char.IsLetterOrDigit(letter) || " _.:/=+-@".Contains(letter) ? letter : '_'));
        return value.Length <= Longest ? value : value[..Longest];
    }
}
