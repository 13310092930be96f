using Amazon.Runtime;

namespace SonraiControlTower.Aws.Credentials;

/// <summary>Credentials that ask their source again for every signature, so that a source which renews its keys is honoured.</summary>
internal sealed class FreshKeys(Func<AwsKeys> source) : AWSCredentials
{
    public override ImmutableCredentials GetCredentials() =>
        source() is { AccessKey.Length: > 0, SecretKey.Length: > 0 } keys
            ? new ImmutableCredentials(keys.AccessKey, keys.SecretKey, keys.SessionToken)
            : throw new SonraiException(AwsProblems.CredentialsUnusable("their source gives no access key and secret key."));
}
