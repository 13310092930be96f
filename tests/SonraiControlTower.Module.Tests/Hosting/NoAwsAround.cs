using System.Runtime.CompilerServices;

namespace SonraiControlTower.Module.Tests.Hosting;

/// <summary>Hides from this process whatever AWS configuration the machine has, so that tests see only what they set up.</summary>
internal static class NoAwsAround
{
    [ModuleInitializer]
    internal static void Hide()
    {
        foreach (var name in Environment.GetEnvironmentVariables().Keys.Cast<string>().Where(name => name.StartsWith("AWS_", StringComparison.Ordinal)))
        {
            Environment.SetEnvironmentVariable(name, null);
        }

        var nowhere = Path.Combine(Path.GetTempPath(), "sonrai-tests-no-such-file");
        Environment.SetEnvironmentVariable("AWS_CONFIG_FILE", nowhere);
        Environment.SetEnvironmentVariable("AWS_SHARED_CREDENTIALS_FILE", nowhere);
        Environment.SetEnvironmentVariable("AWS_EC2_METADATA_DISABLED", "true");
    }
}
