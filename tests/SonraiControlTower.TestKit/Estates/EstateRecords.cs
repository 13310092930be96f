using System.Globalization;

namespace SonraiControlTower.TestKit;

/// <summary>The CloudTrail records of one account of a made-up estate, and what they say.</summary>
internal sealed class EstateRecords(EstateAccount account, EstateOptions options, int seed, Dictionary<(string, string), TrueUse> truth)
{
    private readonly EstateNumbers _numbers = new(seed);

    /// <summary>Files by their key, in the layout of an organization trail.</summary>
    public IEnumerable<(string Key, string Text)> Files(int events, IReadOnlyList<string> regions, string organization)
    {
        var active = account.Principals.Where(_ => _numbers.Below(100) < 65).Select(Active).ToArray();
        var open = new Dictionary<(string Region, DateOnly Day), List<string>>();
        var step = TimeSpan.FromDays(options.Days) / Math.Max(1, events);
        var number = 0;
        for (var n = 0; n < events && active.Length > 0; n++)
        {
            // A few do most: the place of the one is squared.
            var at = options.Until - TimeSpan.FromDays(options.Days) + (n * step);
            var one = active[(int)((long)_numbers.Below(active.Length) * _numbers.Below(active.Length) / active.Length)];
            var region = _numbers.Of(regions);
            var key = (region, DateOnly.FromDateTime(at.UtcDateTime));
            if (!open.TryGetValue(key, out var records))
            {
                open[key] = records = [];
            }

            records.Add(Record(one.Principal, _numbers.Of(one.Calls), region, at));
            if (records.Count == options.EventsPerFile)
            {
                yield return File(key.region, at, records, organization, number++);
                records.Clear();
            }
        }

        foreach (var ((region, day), records) in open.Where(one => one.Value.Count > 0))
        {
            yield return File(region, new DateTimeOffset(day, TimeOnly.MaxValue, TimeSpan.Zero), records, organization, number++);
        }
    }

    private (EstatePrincipal Principal, EstateCall[] Calls) Active(EstatePrincipal principal)
    {
        var calls = EstateCalls.Of(principal.Kind);
        return (principal, [.. calls.Where((_, place) => place == 0 || _numbers.Below(100) < 60)]);
    }

    private (string Key, string Text) File(string region, DateTimeOffset at, List<string> records, string organization, int number)
    {
        var time = at.UtcDateTime;
        var key = string.Create(
            CultureInfo.InvariantCulture,
            $"AWSLogs/{organization}/{account.Id}/CloudTrail/{region}/{time:yyyy/MM/dd}/{account.Id}_CloudTrail_{region}_{time:yyyyMMdd'T'HHmm'Z'}_{number:x8}{_numbers.Hex()[..8]}.json.gz");
        return (key, $$"""{"Records":[{{string.Join(',', records)}}]}""");
    }

    private string Record(EstatePrincipal principal, EstateCall call, string region, DateTimeOffset at)
    {
        // Records tell whole seconds.
        at = new DateTimeOffset(at.Ticks - (at.Ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
        var denied = _numbers.Below(1000) < call.DeniedPerMille;
        var pair = (principal.Arn, call.Action);
        truth[pair] = (truth.GetValueOrDefault(pair) ?? new TrueUse(0, 0, null)).Plus(!denied, at);

        var (hex, n) = (_numbers.Hex(), $"{_numbers.Below(40):00}");
        string Fill(string text) => text
            .Replace("{account}", account.Id, StringComparison.Ordinal)
            .Replace("{region}", region, StringComparison.Ordinal)
            .Replace("{name}", principal.Name, StringComparison.Ordinal)
            .Replace("{hex}", hex, StringComparison.Ordinal)
            .Replace("{n}", n, StringComparison.Ordinal);

        var service = $"{call.Source}.amazonaws.com";
        var error = !denied
            ? string.Empty
            : $$"""
              ,"errorCode":"AccessDenied","errorMessage":"User: {{principal.Arn}} is not authorized to perform: {{call.Action}} because no identity-based policy allows the {{call.Action}} action"
              """;
        var resources = call.Resource is not { } resource
            ? string.Empty
            : $$"""
              ,"resources":[{"type":"{{resource.Type}}","ARN":"{{Fill(resource.Arn)}}"}]
              """;
        return $$$"""
            {"eventVersion":"1.11","userIdentity":{{{Identity(principal, at)}}},"eventTime":"{{{Time(at)}}}","eventSource":"{{{service}}}","eventName":"{{{call.Name}}}","awsRegion":"{{{region}}}","sourceIPAddress":"198.51.100.{{{n}}}","userAgent":"aws-sdk-go-v2/1.30.3 os/linux lang/go#1.22.5 md/GOOS#linux md/GOARCH#amd64 api/{{{call.Source}}}#1.58.2"{{{error}}},"requestParameters":{{{Fill(call.Request)}}},"responseElements":null,"requestID":"{{{hex[..8]}}}-0000-4000-8000-{{{hex[..12]}}}","eventID":"{{{hex[8..16]}}}-0000-4000-8000-{{{hex[4..16]}}}","readOnly":{{{(call.IsWrite ? "false" : "true")}}}{{{resources}}},"eventType":"AwsApiCall","managementEvent":{{{(call.IsData ? "false" : "true")}}},"recipientAccountId":"{{{account.Id}}}","eventCategory":"{{{(call.IsData ? "Data" : "Management")}}}","tlsDetails":{"tlsVersion":"TLSv1.3","cipherSuite":"TLS_AES_128_GCM_SHA256","clientProvidedHostHeader":"{{{call.Source}}}.{{{region}}}.amazonaws.com"}}
            """;
    }

    private static string Time(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private string Identity(EstatePrincipal principal, DateTimeOffset at)
    {
        if (principal.IsUser)
        {
            return $$"""{"type":"IAMUser","principalId":"{{principal.UniqueId}}","arn":"{{principal.Arn}}","accountId":"{{account.Id}}","accessKeyId":"AKIA{{principal.UniqueId[4..]}}","userName":"{{principal.Name}}"}""";
        }

        var session = $"s-{at.Hour:00}";
        var started = Time(new DateTimeOffset(at.Year, at.Month, at.Day, at.Hour, 0, 0, TimeSpan.Zero));
        return $$$$"""
            {"type":"AssumedRole","principalId":"{{{{principal.UniqueId}}}}:{{{{session}}}}","arn":"arn:aws:sts::{{{{account.Id}}}}:assumed-role/{{{{principal.Name}}}}/{{{{session}}}}","accountId":"{{{{account.Id}}}}","accessKeyId":"ASIA{{{{principal.UniqueId[4..]}}}}","sessionContext":{"sessionIssuer":{"type":"Role","principalId":"{{{{principal.UniqueId}}}}","arn":"{{{{principal.Arn}}}}","accountId":"{{{{account.Id}}}}","userName":"{{{{principal.Name}}}}"},"attributes":{"creationDate":"{{{{started}}}}","mfaAuthenticated":"false"}}}
            """;
    }
}
