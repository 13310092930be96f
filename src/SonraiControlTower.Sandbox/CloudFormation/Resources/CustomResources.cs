using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SonraiControlTower.Sandbox;

/// <summary>What a custom resource's function is asked for.</summary>
/// <param name="RequestType">Create, Update or Delete.</param>
/// <param name="Type">Such as <c>Custom::SonraiSetup</c>.</param>
/// <param name="PhysicalId">What the function called it; null before it has.</param>
/// <param name="Properties">What the template says.</param>
/// <param name="Before">What it said before, for an update.</param>
internal sealed record CustomRequest(string RequestType, string Type, string? PhysicalId, JsonObject Properties, JsonObject? Before = null);

/// <summary>What came of it.</summary>
/// <param name="Failure">Why it failed, in CloudFormation's words; null if it did not.</param>
/// <param name="PhysicalId">What the function calls it; null if it did not say.</param>
/// <param name="Data">What <c>Fn::GetAtt</c> gives.</param>
internal sealed record CustomAnswer(string? Failure, string? PhysicalId, IReadOnlyDictionary<string, string> Data);

/// <summary>
/// How CloudFormation asks the functions of custom resources, and takes their answers
/// (<see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/crpg-ref.html">custom resource reference</see>).
/// </summary>
internal sealed class CustomResources(LandingZone zone)
{
    private const int LongestAnswer = 4_096;
    private static readonly TimeSpan _usualTimeout = TimeSpan.FromHours(1);
    private readonly Dictionary<string, (string RequestId, Action<CustomAnswer> Answered)> _waiting = [];

    public void Ask(ResourceContext context, CustomRequest request, Action<CustomAnswer> answered)
    {
        var requestId = zone.NextId();
        var url = string.Create(
            CultureInfo.InvariantCulture,
            $"https://cloudformation-custom-resource-response-{context.Region.Replace("-", string.Empty, StringComparison.Ordinal)}.sandbox.invalid/{requestId}?X-Amz-Signature={StableId.Letters(16, requestId)}");
        var function = zone.Functions.Find(request.Properties.Text(CustomKind.ServiceToken) ?? string.Empty);
        if (function is null || zone.Access.Denial(context.Caller, FunctionService.Invoke, function.Guarded) is not null)
        {
            answered(Failed("Invalid PhysicalResourceId or ServiceToken: the function cannot be called."));
            return;
        }

        _waiting.Add(url, (requestId, answered));
        zone.Agenda.In(request.Properties.Seconds("ServiceTimeout") ?? _usualTimeout, () => End(url, Failed(
            $"CloudFormation did not receive a response from your custom resource. Please check your logs for requestId [{requestId}].")));
        zone.Runs.Send(function, Body(context, request, requestId, url).ToJsonString(Json.Plain));
    }

    /// <summary>Somebody put an answer to an address. One that nobody waits at any more is of no matter.</summary>
    public void Answer(Uri url, ReadOnlyMemory<byte> body)
    {
        if (_waiting.TryGetValue(url.AbsoluteUri, out var waiting))
        {
            End(url.AbsoluteUri, Read(body, waiting.RequestId));
        }
    }

    private void End(string url, CustomAnswer answer)
    {
        if (_waiting.Remove(url, out var waiting))
        {
            waiting.Answered(answer);
        }
    }

    private static JsonObject Body(ResourceContext context, CustomRequest request, string requestId, string url)
    {
        var body = new JsonObject
        {
            ["RequestType"] = request.RequestType,
            ["ServiceToken"] = request.Properties.Text(CustomKind.ServiceToken),
            ["ResponseURL"] = url,
            ["StackId"] = context.StackId,
            ["RequestId"] = requestId,
            ["ResourceType"] = request.Type,
            ["LogicalResourceId"] = context.LogicalId,
            ["ResourceProperties"] = request.Properties.DeepClone(),
        };
        if (request.PhysicalId is { } physicalId)
        {
            body["PhysicalResourceId"] = physicalId;
        }

        if (request.Before is { } before)
        {
            body["OldResourceProperties"] = before.DeepClone();
        }

        return body;
    }

    private static CustomAnswer Read(ReadOnlyMemory<byte> body, string requestId)
    {
        if (body.Length > LongestAnswer)
        {
            return Failed("Response object is too long.");
        }

        try
        {
            var said = JsonNode.Parse(body.Span) as JsonObject ?? [];
            var id = said.Text("PhysicalResourceId");
            var data = (said["Data"] as JsonObject ?? []).ToDictionary(one => one.Key, one => one.Value?.ToString() ?? string.Empty);
            return (said.Text("Status"), id) switch
            {
                _ when said.Text("RequestId") != requestId => Failed("Invalid response object: Value of property RequestId must match the request"),
                ("SUCCESS", { Length: <= 1_024 }) => new CustomAnswer(null, id, data),
                ("FAILED", _) when said.Text("Reason") is { } reason => new CustomAnswer(
                    $"Received response status [FAILED] from custom resource. Message returned: {reason} (RequestId: {requestId})", id, data),
                _ => Failed("Invalid response object"),
            };
        }
        catch (JsonException)
        {
            return Failed("Invalid response object: not well-formed JSON");
        }
    }

    private static CustomAnswer Failed(string why) => new(why, null, new Dictionary<string, string>());
}
