namespace SonraiControlTower;

/// <summary>What a function of the integration is given by where it runs: AWS Lambda, or the sandbox.</summary>
public interface IFunctionHost
{
    /// <summary>AWS, with the rights of the function's role.</summary>
    IAws Aws { get; }

    /// <summary>How <see cref="Aws"/> is reached as the function's role.</summary>
    AwsAccess Access { get; }

    /// <summary>The clock.</summary>
    TimeProvider Clock { get; }

    /// <summary>
    /// Opens Dig with a token. It is opened anew for every call of a function, so that a token which was replaced is never kept; whoever opened it
    /// disposes it, if it can be.
    /// </summary>
    /// <param name="token">The token.</param>
    /// <param name="endpoint">The tenant's address; null where the token's claims tell it.</param>
    IDig OpenDig(ApiToken token, Uri? endpoint);

    /// <summary>
    /// Answers CloudFormation, which waits for a custom resource: an HTTP PUT without content type. The address is a credential; it is never logged.
    /// </summary>
    Task AnswerAsync(Uri responseUrl, ReadOnlyMemory<byte> body, CancellationToken cancellationToken);

    /// <summary>Writes one line to the function's log. No secret may be in it.</summary>
    void Log(string line);
}
