namespace SonraiControlTower.Core.Tests.Integration.Events;

/// <summary>Events as AWS's documentation has them.</summary>
internal static class Sample
{
    public const string Management = "999900000000";

    public static string ControlTower(string name, string details, string detailType = "AWS Service Event via CloudTrail") => $$"""
        {
          "version": "0", "id": "999cccaa-eaaa-0000-1111-{{name}}", "detail-type": "{{detailType}}", "source": "aws.controltower",
          "account": "{{Management}}", "time": "2026-08-30T21:42:18Z", "region": "eu-west-1", "resources": [],
          "detail": {
            "eventVersion": "1.05", "userIdentity": { "accountId": "{{Management}}", "invokedBy": "AWS Internal" },
            "eventTime": "2026-08-30T21:42:18Z", "eventSource": "controltower.amazonaws.com", "eventName": "{{name}}",
            "readOnly": false, "eventType": "AwsServiceEvent", "serviceEventDetails": {{details}}
          }
        }
        """;

    public static string Managed(string account, string name = "CreateManagedAccount", string state = "SUCCEEDED") => ControlTower(name, $$"""
        {
          "{{char.ToLowerInvariant(name[0])}}{{name[1..]}}Status": {
            "organizationalUnit": { "organizationalUnitName": "Custom", "organizationalUnitId": "ou-root-l3zc8b3h" },
            "account": { "accountName": "LifeCycle1", "accountId": "{{account}}" },
            "state": "{{state}}", "message": "AWS Control Tower tells.",
            "requestedTimestamp": "2026-11-15T11:45:18+0000", "completedTimestamp": "2026-11-16T12:09:32+0000"
          }
        }
        """);

    public static string Unit(string name, string key, string unit) => ControlTower(name, $$"""
        { "{{key}}": { "organizationalUnit": { "organizationalUnitName": "Custom", "organizationalUnitId": "{{unit}}" },
            "state": "SUCCEEDED", "message": "Done.", "requestedTimestamp": "2026-11-15T11:45:18Z", "completedTimestamp": "2026-11-16T12:09:32Z" } }
        """);

    public static string Baseline(string name, string target, string status = "SUCCEEDED", string details = "enabledBaselineDetails") => ControlTower(name, $$"""
        { "{{char.ToLowerInvariant(name[0])}}{{name[1..]}}Status": {
            "{{details}}": {
              "arn": "arn:aws:controltower:eu-west-1:{{Management}}:enabledbaseline/XA", "targetIdentifier": "{{target}}", "baselineVersion": "4.0",
              "statusSummary": { "lastOperationIdentifier": "op", "status": "{{status}}" } },
            "requestedTimestamp": "2026-11-15T11:45:18Z", "completedTimestamp": "2026-11-16T12:09:32Z" } }
        """);

    public static string LandingZone(string name, string state = "SUCCEEDED") => ControlTower(name, $$"""
        { "{{char.ToLowerInvariant(name[0])}}{{name[1..]}}Status": { "state": "{{state}}", "message": "Done.", "rootOrganizationalId": "r-1234",
            "organizationalUnits": [ { "organizationalUnitName": "Security", "organizationalUnitId": "ou-1234-5678" } ],
            "accounts": [ { "accountName": "Audit", "accountId": "111100000000" } ], "completedTimestamp": "2026-11-16T12:09:32+0000" } }
        """);

    public static string Organizations(string name, string rest, string detailType = "AWS API Call via CloudTrail") => $$"""
        {
          "version": "0", "id": "aaaa-{{name}}", "detail-type": "{{detailType}}", "source": "aws.organizations", "account": "{{Management}}",
          "time": "2026-08-30T21:42:18Z", "region": "us-east-1", "resources": [],
          "detail": { "eventVersion": "1.08", "userIdentity": { "accountId": "{{Management}}" }, "eventTime": "2026-08-30T21:42:18Z",
            "eventSource": "organizations.amazonaws.com", "eventName": "{{name}}", "readOnly": false, {{rest}} }
        }
        """;

    public static string Result(string name, string key, string account, string state = "SUCCEEDED") => Organizations(
        name, $$""" "requestParameters": null, "responseElements": null, "serviceEventDetails": { "{{key}}": { "accountId": "{{account}}", "state": "{{state}}", "failureReason": "EMAIL_ALREADY_EXISTS" } } """,
        "AWS Service Event via CloudTrail");

    public static string Batch(params IEnumerable<(string Id, string Body)> messages) => System.Text.Json.JsonSerializer.Serialize(new
    {
        Records = messages.Select(one => new { messageId = one.Id, eventSource = "aws:sqs", body = one.Body }),
    });
}
