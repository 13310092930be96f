using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace SonraiControlTower.TestKit;

/// <summary>
/// Writes a made-up estate: <c>authz/ACCOUNT.json</c> as the AWS CLI does, <c>org.json</c>, and CloudTrail's files where an organization trail puts
/// them; and tells what the records say. It knows nothing of the engine that reads it.
/// </summary>
public static class EstateWriter
{
    private const string Organization = "o-a1b2c3d4e5";
    private static readonly string[] _regions = ["us-east-1", "us-east-1", "eu-west-1"];

    public static EstateTruth Write(string folder, EstateOptions options)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(options);
        Directory.CreateDirectory(Path.Combine(folder, "authz"));
        var ids = Enumerable.Range(1, options.Accounts).Select(n => $"{100000000000 + (n * 7919)}").ToArray();
        var pairs = new Dictionary<(string, string), TrueUse>();
        var (principals, files, bytes) = (0, 0, 0L);
        foreach (var (index, id) in ids.Index())
        {
            var account = new EstateAccount(id, options, (options.Seed * 1000) + index);
            File.WriteAllText(Path.Combine(folder, "authz", $"{id}.json"), account.ToJson());
            var records = new EstateRecords(account, options, (options.Seed * 7000) + index, pairs);
            foreach (var (key, text) in records.Files(options.Events / options.Accounts, _regions, Organization))
            {
                bytes += WriteZipped(Path.Combine(folder, "cloudtrail", key), text);
                files++;
            }

            principals += account.Principals.Count;
        }

        File.WriteAllText(Path.Combine(folder, "org.json"), OrganizationJson(ids));
        return new EstateTruth(pairs, principals, files, bytes);
    }

    private static long WriteZipped(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var file = File.Create(path);
        using (var zip = new GZipStream(file, CompressionLevel.Optimal, leaveOpen: true))
        {
            zip.Write(Encoding.UTF8.GetBytes(text));
        }

        return file.Length;
    }

    private static string OrganizationJson(string[] ids) => JsonSerializer.Serialize(new
    {
        OrganizationId = Organization,
        Accounts = ids,
        MasterAccountId = ids[0],
        ServiceControlPolicies = new object[]
        {
            new { Id = "p-FullAWSAccess", Targets = new[] { "r-root" }, Content = Statement("Allow", "*") },
            new { Id = "p-guard001", Targets = new[] { "r-root" }, Content = Statement("Deny", "organizations:LeaveOrganization", "cloudtrail:StopLogging") },
        },
    });

    private static object Statement(string effect, params string[] actions) =>
        new { Version = "2012-10-17", Statement = new[] { new { Effect = effect, Action = actions, Resource = "*" } } };
}
