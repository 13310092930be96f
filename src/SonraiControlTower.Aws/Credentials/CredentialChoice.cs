using Amazon.Runtime;

namespace SonraiControlTower.Aws.Credentials;

/// <summary>Where the credentials come from.</summary>
/// <param name="Source">The place, in a word.</param>
/// <param name="Open">Makes the credentials.</param>
internal sealed record CredentialChoice(CredentialSource Source, Func<AWSCredentials> Open);

/// <summary>The places where credentials can come from, in the order in which they are looked for.</summary>
internal enum CredentialSource
{
    /// <summary>The caller gives keys.</summary>
    Given,

    /// <summary>The caller names a profile.</summary>
    NamedProfile,

    /// <summary>AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.</summary>
    Environment,

    /// <summary>AWS_WEB_IDENTITY_TOKEN_FILE and AWS_ROLE_ARN.</summary>
    WebIdentity,

    /// <summary>The profile of AWS_PROFILE, or the default one.</summary>
    Profile,

    /// <summary>AWS_CONTAINER_CREDENTIALS_RELATIVE_URI or _FULL_URI.</summary>
    Container,

    /// <summary>The role of the EC2 instance.</summary>
    Instance,
}
