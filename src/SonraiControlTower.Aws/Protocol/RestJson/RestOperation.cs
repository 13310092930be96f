namespace SonraiControlTower.Aws.Protocol.RestJson;

/// <summary>One operation of a REST service: its name, how its answer is read, and whether it may be sent again.</summary>
/// <param name="Name">What the action is called in a policy.</param>
/// <param name="Method">The HTTP method, such as <c>GET</c>.</param>
/// <param name="Path">The path; <c>{name}</c> stands for what a request says of it.</param>
/// <param name="Read">Reads the answer.</param>
/// <param name="Sent">Whether a request whose fate is not known may be sent again.</param>
internal sealed record RestOperation<T>(string Name, string Method, string Path, Func<RestReply, T> Read, Sending Sent = Sending.Repeatable)
{
    /// <summary>The error codes that say that it was not done although they come with the status of a server error.</summary>
    public IReadOnlySet<string> Refusals { get; init; } = new HashSet<string>();
}
