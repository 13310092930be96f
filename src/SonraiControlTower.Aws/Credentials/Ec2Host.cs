using System.Runtime.Versioning;
using Microsoft.Win32;

namespace SonraiControlTower.Aws.Credentials;

/// <summary>
/// Tells from the firmware's tables whether a machine is an EC2 instance, so that only such a machine is ever asked for instance metadata:
/// elsewhere the link-local address swallows requests, and the SDK waits for many seconds.
/// Source: <see href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/identify_ec2_instances.html">detect whether a host is an EC2 instance</see>.
/// </summary>
internal sealed class Ec2Host(string systemFiles = "/sys")
{
    private const string Vendor = "Amazon EC2";

    public bool IsInstance() => OperatingSystem.IsWindows() ? SaysRegistry() : SaysSystemFiles();

    /// <summary>Nitro instances name their vendor; the older Xen instances have a hypervisor id that begins with <c>ec2</c>.</summary>
    internal bool SaysSystemFiles() =>
        Read("class/dmi/id/sys_vendor").Contains(Vendor, StringComparison.OrdinalIgnoreCase)
        || Read("hypervisor/uuid").StartsWith("ec2", StringComparison.OrdinalIgnoreCase);

    [SupportedOSPlatform("windows")]
    private static bool SaysRegistry()
    {
        using var firmware = Registry.LocalMachine.OpenSubKey(@"HARDWARE\DESCRIPTION\System\BIOS");
        return firmware?.GetValue("SystemManufacturer") is string maker && maker.Contains(Vendor, StringComparison.OrdinalIgnoreCase);
    }

    private string Read(string file)
    {
        try
        {
            return File.ReadAllText(Path.Combine(systemFiles, file));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
