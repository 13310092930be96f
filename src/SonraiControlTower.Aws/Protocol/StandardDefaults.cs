using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace SonraiControlTower.Aws.Protocol;

/// <summary>
/// The SDK's "standard" defaults, in every mode. Its own provider also knows the mode "auto", which asks the EC2 instance metadata for the
/// region and so waits for seconds on a machine that has none.
/// Source: <see href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-smart-config-defaults.html">smart configuration defaults</see>.
/// </summary>
internal sealed class StandardDefaults : IDefaultConfigurationProvider
{
    private static readonly TimeSpan _toConnect = TimeSpan.FromMilliseconds(3100);

    public IDefaultConfiguration GetDefaultConfiguration(
        RegionEndpoint clientRegion, DefaultConfigurationMode? requestedConfigurationMode = null) => new DefaultConfiguration
        {
            Name = DefaultConfigurationMode.Standard,
            RetryMode = RequestRetryMode.Standard,
            ConnectTimeout = _toConnect,
            TlsNegotiationTimeout = _toConnect,
        };
}
