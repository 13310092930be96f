using Amazon.Runtime.CredentialManagement;

namespace SonraiControlTower.Aws.Credentials;

/// <summary>
/// The shared configuration files, read afresh for each look-up. The SDK keeps <c>AWS_CONFIG_FILE</c> as it was when it was loaded; a session
/// that sets the variable later is honoured here by reading that file in its own right.
/// Source: <see href="https://docs.aws.amazon.com/sdkref/latest/guide/file-location.html">location of the shared files</see>.
/// </summary>
internal sealed class ProfileFiles(IMachine machine) : ICredentialProfileSource
{
    public bool TryGetProfile(string profileName, out CredentialProfile profile)
    {
        var byConfig = ConfigFile() is { } file && new SharedCredentialsFile(file).TryGetProfile(profileName, out var found) ? found : null;
        var byCredentials = new CredentialProfileStoreChain(machine.Variable(SharedCredentialsFile.SharedCredentialsFileEnvVar))
            .TryGetProfile(profileName, out found) ? found : null;

        profile = Join(byCredentials, byConfig)!;
        return profile is not null;
    }

    /// <summary>The file that AWS_CONFIG_FILE names, where the SDK does not know of it.</summary>
    private string? ConfigFile() =>
        machine.Variable(SharedCredentialsFile.SharedConfigFileEnvVar) is { } file && file != SharedCredentialsFile.DefaultConfigFilePath
            ? file
            : null;

    /// <summary>Keys usually stand in the credentials file and the region of the same profile in the other.</summary>
    private static CredentialProfile? Join(CredentialProfile? credentials, CredentialProfile? config)
    {
        if (credentials is null || config is null)
        {
            return credentials ?? config;
        }

        var (chosen, other) = credentials.CanCreateAWSCredentials ? (credentials, config) : (config, credentials);
        chosen.Region ??= other.Region;
        return chosen;
    }
}
