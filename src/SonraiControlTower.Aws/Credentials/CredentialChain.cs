using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;

namespace SonraiControlTower.Aws.Credentials;

/// <summary>
/// Chooses where the credentials come from, by what this machine knows. The order is that of AWS's SDKs
/// (<see href="https://docs.aws.amazon.com/sdkref/latest/guide/standardized-credentials.html">standardized credential providers</see>); unlike
/// theirs, its last link does not try the network to find out whether there is one.
/// </summary>
internal sealed class CredentialChain(IMachine machine, Profiles profiles)
{
    public CredentialChoice Choose(AwsAccess access, CredentialProfile? profile) =>
        Given(access)
        ?? NamedProfile(access, profile)
        ?? FromEnvironment()
        ?? FromWebIdentity()
        ?? FromProfile(profile)
        ?? FromContainer()
        ?? FromInstance()
        ?? throw new SonraiException(AwsProblems.NoCredentials);

    private static CredentialChoice? Given(AwsAccess access) =>
        access.Credentials is { } keys ? new(CredentialSource.Given, () => new FreshKeys(keys)) : null;

    private CredentialChoice? NamedProfile(AwsAccess access, CredentialProfile? profile) =>
        access.ProfileName is null || profile is null ? null
        : profile.CanCreateAWSCredentials ? new(CredentialSource.NamedProfile, () => profiles.Open(profile))
        : throw new SonraiException(AwsProblems.CredentialsUnusable($"the profile '{access.ProfileName}' has none, or not all of their parts."));

    private CredentialChoice? FromEnvironment() =>
        machine.Variable("AWS_ACCESS_KEY_ID") is not null && machine.Variable("AWS_SECRET_ACCESS_KEY") is not null
            ? new(CredentialSource.Environment, () => new FreshKeys(ReadEnvironment))
            : null;

    private AwsKeys ReadEnvironment() => new(
        machine.Variable("AWS_ACCESS_KEY_ID") ?? "", machine.Variable("AWS_SECRET_ACCESS_KEY") ?? "", machine.Variable("AWS_SESSION_TOKEN"));

    private CredentialChoice? FromWebIdentity() =>
        machine.Variable("AWS_WEB_IDENTITY_TOKEN_FILE") is { } file && machine.Variable("AWS_ROLE_ARN") is { } role
            ? new(
                CredentialSource.WebIdentity,
                () => new AssumeRoleWithWebIdentityCredentials(Path.GetFullPath(file), role, machine.Variable("AWS_ROLE_SESSION_NAME")))
            : null;

    private CredentialChoice? FromProfile(CredentialProfile? profile) =>
        profile is null && machine.Variable("AWS_PROFILE") is { } missing ? throw new SonraiException(AwsProblems.ProfileNotFound(missing))
        : profile is { CanCreateAWSCredentials: true } ? new(CredentialSource.Profile, () => profiles.Open(profile))
        : null;

    private CredentialChoice? FromContainer() =>
        (machine.Variable("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI") ?? machine.Variable("AWS_CONTAINER_CREDENTIALS_FULL_URI")) is not null
            ? new(CredentialSource.Container, machine.ContainerCredentials)
            : null;

    private CredentialChoice? FromInstance() =>
        Metadata.MayBeAsked(machine) ? new(CredentialSource.Instance, machine.InstanceCredentials) : null;
}
