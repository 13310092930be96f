using System.Globalization;
using System.IO.Compression;
using System.Text;
using SonraiControlTower.Module.Tests.Hosting;

namespace SonraiControlTower.Module.Tests.Commands.Activity;

/// <summary>A small estate in files: an account with a role that does part of what it may, and one that does nothing.</summary>
internal sealed class EstateFiles : IDisposable
{
    public const string Worker = "arn:aws:iam::222233334444:role/worker";
    public const string Idler = "arn:aws:iam::222233334444:role/idler";

    private readonly TemporaryFolder _folder = new();

    public EstateFiles()
    {
        Directory.CreateDirectory(Trail);
        Identities = _folder.Write("222233334444.json", $$"""
            { "UserDetailList": [], "GroupDetailList": [], "Policies": [], "RoleDetailList": [ {{Role("worker")}}, {{Role("idler")}} ], "IsTruncated": false }
            """);
        Organization = _folder.Write("organization.json", """
            {
              "OrganizationId": "o-exampleorgid", "ManagementAccountId": "111122223333", "Parents": { "222233334444": "r-root" },
              "ServiceControlPolicies": [
                { "Id": "p-full", "Name": "FullAWSAccess", "Targets": ["r-root"], "Content": { "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "*", "Resource": "*" }] } },
                { "Id": "p-users", "Name": "NoUsers", "Targets": ["r-root"], "Content": { "Version": "2012-10-17", "Statement": [{ "Sid": "NoUsers", "Effect": "Deny", "Action": "iam:CreateUser", "Resource": "*" }] } }
              ],
              "ResourceControlPolicies": []
            }
            """);
        var now = DateTimeOffset.UtcNow;
        Write("old.json.gz", Record("ec2", "DescribeInstances", now.AddDays(-25)));
        Write("new.json", Record("ec2", "DescribeInstances", now.AddHours(-2)), Record("iam", "CreateUser", now.AddHours(-1), "AccessDenied"));
    }

    public string Path => _folder.Path;

    public string Trail => System.IO.Path.Combine(Path, "trail");

    public string Identities { get; }

    public string Organization { get; }

    public static ModuleRunspace Connect(EstateFiles files)
    {
        var runspace = new ModuleRunspace();
        runspace.Run("Connect-Sonrai -Local -Data $folder", ("folder", files.Path)).Errors.ShouldBeEmpty();
        return runspace;
    }

    /// <summary>Writes a file of the trail, packed where its name says so.</summary>
    public string Write(string name, params string[] records)
    {
        var path = System.IO.Path.Combine(Trail, name);
        var text = Encoding.UTF8.GetBytes($$"""{"Records":[{{string.Join(',', records)}}]}""");
        using var file = File.Create(path);
        using var packed = name.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionLevel.Fastest) : null;
        ((Stream?)packed ?? file).Write(text);
        return path;
    }

    /// <summary>A record of the worker.</summary>
    public static string Record(string service, string name, DateTimeOffset at, string? error = null)
    {
        var when = at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var refused = error is null ? "" : $"""
            "errorCode":"{error}","errorMessage":"no",
            """;
        return $$$$"""
            {"eventVersion":"1.11","userIdentity":{"type":"AssumedRole","principalId":"AROAWORKER:i-0123456789abcdef0","arn":"arn:aws:sts::222233334444:assumed-role/worker/i-0123456789abcdef0","accountId":"222233334444","accessKeyId":"ASIAEXAMPLE","sessionContext":{"sessionIssuer":{"type":"Role","principalId":"AROAWORKER","arn":"{{{{Worker}}}}","accountId":"222233334444","userName":"worker"},"attributes":{"creationDate":"{{{{when}}}}","mfaAuthenticated":"false"}}},"eventTime":"{{{{when}}}}","eventSource":"{{{{service}}}}.amazonaws.com","eventName":"{{{{name}}}}","awsRegion":"eu-west-1","sourceIPAddress":"203.0.113.7","userAgent":"test",{{{{refused}}}}"requestParameters":null,"responseElements":null,"requestID":"{{{{Guid.NewGuid()}}}}","eventID":"{{{{Guid.NewGuid()}}}}","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"222233334444","eventCategory":"Management"}
            """;
    }

    public void Dispose() => _folder.Dispose();

    private static string Role(string name) => $$"""
        {
          "Path": "/", "RoleName": "{{name}}", "RoleId": "AROA{{name.ToUpperInvariant()}}", "Arn": "arn:aws:iam::222233334444:role/{{name}}", "CreateDate": "2024-01-01T00:00:00Z",
          "AssumeRolePolicyDocument": { "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole" }] },
          "InstanceProfileList": [], "AttachedManagedPolicies": [], "Tags": [],
          "RolePolicyList": [{ "PolicyName": "work", "PolicyDocument": { "Version": "2012-10-17", "Statement": [
            { "Sid": "Work", "Effect": "Allow", "Action": ["s3:GetObject", "s3:PutObject", "ec2:DescribeInstances", "iam:CreateUser"], "Resource": "*" }] } }]
        }
        """;
}
