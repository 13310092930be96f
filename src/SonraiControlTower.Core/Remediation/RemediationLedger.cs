using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace SonraiControlTower;

/// <summary>
/// The journal as the account itself keeps it, so that a remediation can be taken back from another machine: a managed policy that nobody has and that
/// allows nothing, whose tags tell it all. A tag has 256 signs, a policy 50 tags
/// (<see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html">tagging IAM resources</see>); what is longer goes on in another policy.
/// </summary>
internal sealed class RemediationLedger(IIam iam)
{
    public const string Path = "/sonrai/remediation/";

    private const string Beginning = "SonraiRemediation-";
    private const string RecordTag = "SonraiRecord-";
    private const string PartTag = "SonraiPart";
    private const string StatusTag = "SonraiStatus";
    private const int LongestTag = 256;
    private const int TagsForRecord = 40;

    // GetCallerIdentity needs no permission, so nobody gets any who has this policy.
    private const string Document =
        """{"Version":"2012-10-17","Statement":[{"Sid":"AllowsNothing","Effect":"Allow","Action":"sts:GetCallerIdentity","Resource":"*"}]}""";

    /// <summary>Writes what is to be done, before anything is.</summary>
    public async Task WriteAsync(SonraiRemediation remediation, CancellationToken cancellationToken)
    {
        var parts = Encode(remediation).Chunk(LongestTag).Select(chunk => new string(chunk)).Chunk(TagsForRecord).ToList();
        for (var part = 0; part < parts.Count; part++)
        {
            var tags = new Dictionary<string, string>
            {
                [RemediationTags.Id] = remediation.Id,
                [RemediationTags.Identity] = RemediationTags.Value(remediation.IdentityArn),
                [RemediationTags.By] = RemediationTags.Value(remediation.By ?? ""),
                [RemediationTags.At] = remediation.CreatedAt.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
                [RemediationTags.Ticket] = RemediationTags.Value(remediation.TicketSrn ?? ""),
                [StatusTag] = remediation.Status,
                [PartTag] = string.Create(CultureInfo.InvariantCulture, $"{part + 1}/{parts.Count}"),
            };
            for (var number = 0; number < parts[part].Length; number++)
            {
                tags[string.Create(CultureInfo.InvariantCulture, $"{RecordTag}{number:00}")] = parts[part][number];
            }

            await iam.Policies.CreateAsync(
                new NewPolicy
                {
                    Name = Name(remediation.Id, part),
                    Path = Path,
                    Document = new PolicyDocument(Document),
                    Description = $"Allows nothing. Its tags tell SonraiControlTower how to take back its change of {remediation.IdentityName}.",
                    Tags = tags,
                },
                cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Notes that it is in force.</summary>
    public async Task MarkAsync(SonraiRemediation remediation, CancellationToken cancellationToken)
    {
        await foreach (var policy in PartsAsync(remediation.Id, cancellationToken).ConfigureAwait(false))
        {
            await iam.Policies.TagAsync(policy.Arn, new Dictionary<string, string> { [StatusTag] = remediation.Status }, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Takes the record away, once there is nothing more to take back.</summary>
    public async Task DeleteAsync(string id, CancellationToken cancellationToken)
    {
        foreach (var policy in await PartsAsync(id, cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false))
        {
            await iam.Policies.DeleteAsync(policy.Arn, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The remediations that the account knows of, oldest first; those that cannot be read are told.</summary>
    public async Task<IReadOnlyList<SonraiRemediation>> ReadAsync(Action<Problem> problem, CancellationToken cancellationToken)
    {
        var texts = new SortedDictionary<string, (string Arn, string Status, SortedDictionary<string, string> Parts)>(StringComparer.Ordinal);
        await foreach (var policy in iam.Policies.ListAsync(Path, cancellationToken).ConfigureAwait(false))
        {
            var tags = (await iam.Policies.GetAsync(policy.Arn, cancellationToken).ConfigureAwait(false))?.Tags;
            if (tags is not null && tags.TryGetValue(RemediationTags.Id, out var id))
            {
                var one = texts.TryGetValue(id, out var known) ? known : texts[id] = (policy.Arn, tags.GetValueOrDefault(StatusTag, ""), new(StringComparer.Ordinal));
                one.Parts[policy.Name] = string.Concat(tags.Where(tag => tag.Key.StartsWith(RecordTag, StringComparison.Ordinal)).OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => tag.Value));
            }
        }

        var found = new List<SonraiRemediation>();
        foreach (var (arn, status, parts) in texts.Values)
        {
            if (Decode(string.Concat(parts.Values)) is { } remediation)
            {
                found.Add(remediation with { Status = status, Owner = null, Revision = 0, Steps = [.. remediation.Steps.Select(step => step with { State = Reached(status) })] });
            }
            else
            {
                problem(RemediationProblems.LedgerUnreadable(arn));
            }
        }

        return [.. found.OrderBy(one => one.CreatedAt)];
    }

    // A ledger is written once; how far an interrupted one has come, IAM itself tells.
    private static string Reached(string status) => status == RemediationStatus.Applied ? StepState.Done : StepState.Begun;

    private static string Name(string id, int part) => string.Create(CultureInfo.InvariantCulture, $"{Beginning}{id}-{part + 1:00}");

    private IAsyncEnumerable<ManagedPolicy> PartsAsync(string id, CancellationToken cancellationToken) =>
        iam.Policies.ListAsync(Path, cancellationToken).Where(policy => policy.Name.StartsWith($"{Beginning}{id}-", StringComparison.Ordinal));

    private static string Encode(SonraiRemediation remediation)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.SmallestSize))
        {
            brotli.Write(Encoding.UTF8.GetBytes(RemediationJson.Write(remediation)));
        }

        return Convert.ToBase64String(packed.ToArray());
    }

    private static SonraiRemediation? Decode(string text)
    {
        try
        {
            using var brotli = new BrotliStream(new MemoryStream(Convert.FromBase64String(text)), CompressionMode.Decompress);
            using var reader = new StreamReader(brotli, Encoding.UTF8);
            return RemediationJson.Read(reader.ReadToEnd());
        }
        catch (Exception broken) when (broken is FormatException or InvalidDataException or InvalidOperationException or JsonException)
        {
            return null;
        }
    }
}
