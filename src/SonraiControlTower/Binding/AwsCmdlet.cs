using System.Management.Automation;
using SonraiControlTower.Hosting;

namespace SonraiControlTower.Binding;

/// <summary>
/// A command that may call AWS. It takes AWS's common parameters under the names of AWS Tools for PowerShell; what is not given comes from
/// Connect-Sonrai, then from what AWS Tools left in the session, then from the AWS SDK's own order.
/// </summary>
public abstract class AwsCmdlet : AsyncCmdlet
{
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ProfileName { get; set; }

    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Region { get; set; }

    [Parameter]
    [ValidateNotNull]
    public object? Credential { get; set; }

    [Parameter]
    [ValidateNotNull]
    public Uri? EndpointUrl { get; set; }

    /// <summary>What this command was told, before anything else is asked.</summary>
    private protected AwsAccess GivenAccess => new()
    {
        ProfileName = ProfileName,
        Region = Region,
        EndpointUrl = EndpointUrl,
        Credentials = Credential is null ? null : AwsToolsCredentials.Read(Credential),
    };

    /// <summary>How to reach AWS as this command, the session, or AWS Tools says.</summary>
    private protected AwsAccess SettledAccess => Settle(GivenAccess, Session.AwsAccess);

    /// <summary>Fills what was not given. Keys and profile go together: a profile given here is not overruled by keys found elsewhere.</summary>
    private protected AwsAccess Settle(AwsAccess given, AwsAccess connected)
    {
        var source = given is { ProfileName: null, Credentials: null } ? connected : given;
        var stored = source is { ProfileName: null, Credentials: null } ? GetVariableValue("StoredAWSCredentials") : null;
        return new AwsAccess
        {
            ProfileName = source.ProfileName,
            Credentials = stored is null ? source.Credentials : AwsToolsCredentials.Read(stored),
            Region = given.Region ?? connected.Region ?? GetVariableValue("StoredAWSRegion")?.ToString(),
            EndpointUrl = given.EndpointUrl ?? connected.EndpointUrl,
        };
    }
}
