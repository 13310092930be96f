using Amazon.Runtime;
using SonraiControlTower.Aws.Protocol;

namespace SonraiControlTower.Aws.Credentials;

/// <summary>
/// Credentials that say in Sonrai's words when they cannot be had. This is where a failure is known to be one of the credentials: further up,
/// STS refusing a role looks as Organizations refusing a call does.
/// </summary>
internal sealed class TellingCredentials(AWSCredentials inner) : AWSCredentials, IDisposable
{
    public override ImmutableCredentials GetCredentials()
    {
        try
        {
            return inner.GetCredentials();
        }
        catch (Exception failure) when (failure is not SonraiException)
        {
            throw Unusable(failure);
        }
    }

    public override async Task<ImmutableCredentials> GetCredentialsAsync()
    {
        try
        {
            return await inner.GetCredentialsAsync().ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is not SonraiException)
        {
            throw Unusable(failure);
        }
    }

    public void Dispose() => (inner as IDisposable)?.Dispose();

    private static SonraiException Unusable(Exception failure) =>
        new(AwsProblems.CredentialsUnusable(CredentialsFailure.WhyNotGiven(failure)), failure);
}
