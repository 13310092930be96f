using System.Text;

namespace SonraiControlTower.Sandbox;

/// <summary>Where the template of a request is: in it, or in a bucket.</summary>
internal static class TemplateSource
{
    /// <summary>The template; null where the request has none.</summary>
    /// <exception cref="AwsFault">ValidationError.</exception>
    public static Template? Read(LandingZone zone, Caller caller, StackRequest request)
    {
        if (request.TemplateUrl is { } url)
        {
            return Template.Parse(Fetch(zone, caller, url), isFromBucket: true);
        }

        return request.TemplateBody is { } body ? Template.Parse(body) : null;
    }

    private static string Fetch(LandingZone zone, Caller caller, Uri url)
    {
        var host = url.Host.Split('.');
        if (url.Scheme != Uri.UriSchemeHttps || host is not [var bucket, "s3" or ['s', '3', '-', ..], .., "amazonaws", "com"])
        {
            throw AwsFault.Validation("TemplateURL must be a supported URL.");
        }

        try
        {
            var content = zone.Buckets.Get(caller, bucket, Uri.UnescapeDataString(url.AbsolutePath[1..]))?.Content
                ?? throw new AwsFault("NoSuchKey", "The specified key does not exist.");
            return Encoding.UTF8.GetString(content.Span);
        }
        catch (AwsFault fault)
        {
            throw AwsFault.Validation($"S3 error: {fault.Message}");
        }
    }
}
