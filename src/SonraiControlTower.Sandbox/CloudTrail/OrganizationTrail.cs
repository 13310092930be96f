using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace SonraiControlTower.Sandbox;

/// <summary>
/// The organization's trail as Control Tower sets it up: in the management account, writing to a bucket of the Log Archive account, encrypted with
/// a key of the management account
/// (<see href="https://docs.aws.amazon.com/controltower/latest/userguide/logging-using-cloudtrail.html">logging with CloudTrail</see>,
/// <see href="https://docs.aws.amazon.com/controltower/latest/userguide/configure-kms-keys.html">KMS keys</see>).
/// </summary>
internal static class OrganizationTrail
{
    private const string Name = "aws-controltower-BaselineCloudTrail";
    private static readonly ReadOnlyMemory<byte> _comma = ","u8.ToArray();

    /// <summary>The bucket that the trail writes to.</summary>
    public static string BucketName(LandingZone zone) => $"aws-controltower-logs-{zone.LogArchiveAccountId}-{zone.HomeRegion}";

    public static BucketState Bucket(LandingZone zone) => zone.Buckets.Demand(BucketName(zone));

    public static void Furnish(LandingZone zone)
    {
        var (region, organization) = (zone.HomeRegion, zone.Organization);
        var arn = zone.Arn("cloudtrail", region, zone.Management, $"trail/{Name}");
        var keyArn = zone.Arn("kms", region, zone.Management, $"key/{StableId.Uuid(organization.Id, Name)}");
        zone.Keys.Add(new KeyState(keyArn, zone.Management, KeyPolicy(zone, arn)));

        var bucket = zone.Buckets.Add(BucketName(zone), zone.LogArchiveAccountId, region);
        (bucket.KeyArn, bucket.BlocksPublicAccess) = (keyArn, true);
        bucket.Policy = BucketPolicy(organization, bucket.Arn);
        var delivered = zone.Agenda.Now - TimeSpan.FromMinutes(5);
        foreach (var account in (AccountId[])[zone.Management, zone.SecurityAccountId, zone.LogArchiveAccountId])
        {
            var log = Log(zone, account, delivered, keyArn, arn);
            bucket.Objects.Add(log.Key, log);
        }

        bucket.FillLater(() => History(zone, keyArn, arn));

        var trail = new Trail
        {
            Name = Name,
            Arn = arn,
            HomeRegion = region,
            BucketName = bucket.Name,
            KeyPrefix = organization.Id,
            KmsKeyId = keyArn,
            IsOrganizationTrail = true,
            IsMultiRegionTrail = true,
        };
        zone.Trails.Add(trail, new TrailStatus(IsLogging: true, delivered, LatestDeliveryError: null));
    }

    // https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html
    private static PolicyDocument KeyPolicy(LandingZone zone, string trailArn)
    {
        var (partition, management) = (zone.Organization.Partition, zone.Management);
        return new PolicyDocument(
            $$"""
            {"Version":"2012-10-17","Id":"Key policy of the organization's trail","Statement":[
            {"Sid":"Enable IAM User Permissions","Effect":"Allow","Principal":{"AWS":"arn:{{partition}}:iam::{{management}}:root"},"Action":"kms:*","Resource":"*"},
            {"Sid":"Allow Config to use KMS for encryption","Effect":"Allow","Principal":{"Service":"config.amazonaws.com"},"Action":["kms:Decrypt","kms:GenerateDataKey"],"Resource":"*"},
            {"Sid":"Allow CloudTrail to use KMS for encryption","Effect":"Allow","Principal":{"Service":"cloudtrail.amazonaws.com"},"Action":["kms:GenerateDataKey*","kms:Decrypt"],"Resource":"*","Condition":{"StringEquals":{"aws:SourceArn":"{{trailArn}}"},"StringLike":{"kms:EncryptionContext:aws:cloudtrail:arn":"arn:{{partition}}:cloudtrail:*:{{management}}:trail/*"} } } ]}
            """);
    }

    private static PolicyDocument BucketPolicy(Organization organization, string bucketArn) => new(
        $$"""
        {"Version":"2012-10-17","Statement":[
        {"Sid":"AllowSSLRequestsOnly","Effect":"Deny","Principal":"*","Action":"s3:*","Resource":["{{bucketArn}}","{{bucketArn}}/*"],"Condition":{"Bool":{"aws:SecureTransport":"false"} } },
        {"Sid":"AWSBucketPermissionsCheck","Effect":"Allow","Principal":{"Service":["cloudtrail.amazonaws.com","config.amazonaws.com"]},"Action":"s3:GetBucketAcl","Resource":"{{bucketArn}}"},
        {"Sid":"AWSConfigBucketExistenceCheck","Effect":"Allow","Principal":{"Service":["cloudtrail.amazonaws.com","config.amazonaws.com"]},"Action":"s3:ListBucket","Resource":"{{bucketArn}}"},
        {"Sid":"AWSBucketDeliveryForConfig","Effect":"Allow","Principal":{"Service":"config.amazonaws.com"},"Action":"s3:PutObject","Resource":"{{bucketArn}}/{{organization.Id}}/AWSLogs/*/*"},
        {"Sid":"AWSBucketDeliveryForOrganizationTrail","Effect":"Allow","Principal":{"Service":"cloudtrail.amazonaws.com"},"Action":"s3:PutObject","Resource":["{{bucketArn}}/{{organization.Id}}/AWSLogs/{{organization.ManagementAccountId}}/*","{{bucketArn}}/{{organization.Id}}/AWSLogs/{{organization.Id}}/*"],"Condition":{"StringEquals":{"aws:SourceOrgID":"{{organization.Id}}"} } } ]}
        """);

    private static IEnumerable<StoredObject> History(LandingZone zone, string keyArn, string trailArn) => new Chronicle(zone).Deliveries().Select(delivery =>
    {
        // CloudTrail delivers some five minutes after the last of the calls: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/how-cloudtrail-works.html
        var at = delivery.Last.AddMinutes(5);
        return new StoredObject(Key(zone, delivery.Account, delivery.Region, at), Zipped(delivery), at, keyArn, trailArn);
    });

    // https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-find-log-files.html
    private static string Key(LandingZone zone, string account, string region, DateTimeOffset at)
    {
        var id = zone.Organization.Id;
        var time = at.UtcDateTime.ToString("yyyyMMdd'T'HHmm'Z'", CultureInfo.InvariantCulture);
        var day = at.UtcDateTime.ToString("yyyy'/'MM'/'dd", CultureInfo.InvariantCulture);
        return $"{id}/AWSLogs/{id}/{account}/CloudTrail/{region}/{day}/{account}_CloudTrail_{region}_{time}_{StableId.Letters(16, account, region, time)}.json.gz";
    }

    private static StoredObject Log(LandingZone zone, AccountId account, DateTimeOffset at, string keyArn, string trailArn)
    {
        var region = zone.HomeRegion;
        var time = Json.Time(at);
        var text =
            $$"""{"Records":[{"eventVersion":"1.11","userIdentity":{"type":"AWSService","invokedBy":"config.amazonaws.com"},"eventTime":"{{time}}","eventSource":"sts.amazonaws.com","eventName":"AssumeRole","awsRegion":"{{region}}","sourceIPAddress":"config.amazonaws.com","userAgent":"config.amazonaws.com","requestParameters":null,"responseElements":null,"requestID":"{{StableId.Uuid(account.ToString(), time, "request")}}","eventID":"{{StableId.Uuid(account.ToString(), time)}}","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"{{account}}","eventCategory":"Management"}]}""";
        return new StoredObject(Key(zone, account.ToString(), region, at), Zipped([Encoding.UTF8.GetBytes(text)]), at, keyArn, trailArn);
    }

    private static byte[] Zipped(Chronicle.Delivery delivery) => Zipped(
    [
        "{\"Records\":["u8.ToArray(),
        .. delivery.Entries.SelectMany((entry, position) => (IEnumerable<ReadOnlyMemory<byte>>)(position == 0 ? [delivery.Text[entry.Text]] : [_comma, delivery.Text[entry.Text]])),
        "]}"u8.ToArray(),
    ]);

    private static byte[] Zipped(IEnumerable<ReadOnlyMemory<byte>> parts)
    {
        using var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionLevel.Fastest, leaveOpen: true))
        {
            foreach (var part in parts)
            {
                gzip.Write(part.Span);
            }
        }

        return zipped.ToArray();
    }
}
