namespace SonraiControlTower.Aws.Protocol;

/// <summary>Whether a request may be sent again when nobody knows what became of it.</summary>
internal enum Sending
{
    /// <summary>It reads, does the same when done twice, or carries a token by which AWS does it once.</summary>
    Repeatable,

    /// <summary>Done twice it would be there twice, or be refused for its own sake. It is sent again only where it surely was not done.</summary>
    Once,
}

/// <summary>A request that must not be done twice.</summary>
internal interface ISentOnce
{
    /// <summary>True if this one must not.</summary>
    bool IsSentOnce { get; }

    /// <summary>Its name for messages, such as <c>iam:CreateRole</c>.</summary>
    string Action { get; }

    /// <summary>The error codes that say that it was not done although they come with the status of a server error.</summary>
    IReadOnlySet<string> Refusals { get; }
}
