using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;

namespace SonraiControlTower.Aws.Credentials;

/// <summary>Finds profiles by name, and says in Sonrai's words what is wrong with them.</summary>
internal sealed class Profiles(IMachine machine)
{
    private readonly ProfileFiles _files = new(machine);

    /// <summary>The profile that the caller or the environment names, else the default one; null if it does not exist.</summary>
    public CredentialProfile? Find(AwsAccess access)
    {
        var profile = Find(access.ProfileName ?? machine.Variable("AWS_PROFILE") ?? SharedCredentialsFile.DefaultProfileName);
        return profile is null && access.ProfileName is { } name ? throw new SonraiException(AwsProblems.ProfileNotFound(name)) : profile;
    }

    /// <summary>The credentials of a profile; nothing is sent or run yet.</summary>
    public AWSCredentials Open(CredentialProfile profile) => profile.GetAWSCredentials(_files);

    private CredentialProfile? Find(string name)
    {
        try
        {
            return _files.TryGetProfile(name, out var profile) ? profile : null;
        }
        catch (Exception)
        {
            // The reader fails in many ways, and quotes the line it stumbled over, which may be a key: neither is of use to the caller.
            throw new SonraiException(AwsProblems.CredentialsUnusable("the shared configuration files cannot be read; 'aws configure list' says why."));
        }
    }
}
