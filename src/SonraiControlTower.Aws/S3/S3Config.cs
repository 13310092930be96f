using Amazon.S3;
using SonraiControlTower.Aws.Protocol;

namespace SonraiControlTower.Aws.S3;

/// <summary>The SDK's settings for S3.</summary>
internal static class S3Config
{
    public static AmazonS3Config Of(AwsReach reach)
    {
        var config = PackageConfig.Settle(new AmazonS3Config(), reach);
        // At an address of one's own there is no host for each bucket.
        config.ForcePathStyle = config.ServiceURL is not null;
        return config;
    }
}
