using System.Text.RegularExpressions;
using Amazon.Runtime.CredentialManagement;

namespace SonraiControlTower.Aws.Credentials;

/// <summary>
/// Settles the region. The order is AWS's own
/// (<see href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-region.html">AWS Region</see>), with the variable of
/// <see href="https://docs.aws.amazon.com/systems-manager/latest/userguide/run-command.html">Systems Manager Run Command</see> added.
/// </summary>
internal sealed partial class RegionChoice(IMachine machine)
{
    private static readonly string[] _variables = ["AWS_REGION", "AWS_DEFAULT_REGION", "AWS_SSM_REGION_NAME"];

    public string Settle(AwsAccess access, CredentialProfile? profile)
    {
        var name = access.Region
            ?? _variables.Select(machine.Variable).FirstOrDefault(value => value is not null)
            ?? profile?.Region?.SystemName
            ?? (Metadata.MayBeAsked(machine) ? machine.InstanceRegion() : null)
            ?? throw new SonraiException(AwsProblems.NoRegion);

        // Only the form is checked: AWS opens regions more often than this module is built.
        return RegionName().IsMatch(name) ? name : throw new SonraiException(AwsProblems.UnknownRegion(name));
    }

    [GeneratedRegex(@"^[a-z]{2,8}(-[a-z]{2,12}){1,3}-\d{1,2}\z")]
    private static partial Regex RegionName();
}
