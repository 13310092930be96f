namespace SonraiControlTower.Engine.Tests;

/// <summary>Records as CloudTrail writes them.</summary>
internal static class Records
{
    public const string Role = "arn:aws:iam::111122223333:role/app";

    public const string RoleIdentity =
        """{"type":"AssumedRole","principalId":"AROAX:i-1","arn":"arn:aws:sts::111122223333:assumed-role/app/i-1","accountId":"111122223333","accessKeyId":"ASIAX","sessionContext":{"sessionIssuer":{"type":"Role","principalId":"AROAX","arn":"arn:aws:iam::111122223333:role/app","accountId":"111122223333","userName":"app"},"attributes":{"creationDate":"2026-10-01T00:00:00Z","mfaAuthenticated":"false"}}}""";

    public static string Of(
        string eventName = "GetObject",
        string eventSource = "s3.amazonaws.com",
        string identity = RoleIdentity,
        string time = "2026-10-01T10:00:00Z",
        string? error = null,
        string request = "null",
        string? arn = null,
        string rest = "\"eventType\":\"AwsApiCall\"",
        string account = "111122223333")
    {
        var failure = error is null ? "" : $"\"errorCode\":\"{error}\",\"errorMessage\":\"no\",";
        var resources = arn is null ? "" : $"\"resources\":[{{\"type\":\"T\",\"ARN\":\"{arn}\"}}],";
        return $"{{\"eventVersion\":\"1.11\",\"userIdentity\":{identity},\"eventTime\":\"{time}\",\"eventSource\":\"{eventSource}\",\"eventName\":\"{eventName}\","
            + $"\"awsRegion\":\"eu-west-1\",\"sourceIPAddress\":\"10.0.0.1\",\"userAgent\":\"aws-cli/2\",{failure}\"requestParameters\":{request},\"responseElements\":null,"
            + $"\"requestID\":\"r\",\"eventID\":\"e\",\"readOnly\":true,{resources}{rest},\"managementEvent\":true,\"recipientAccountId\":\"{account}\"}}";
    }

    public static string Log(params string[] records) => $"{{\"Records\":[{string.Join(',', records)}]}}";

    public static string User(string name) =>
        $"{{\"type\":\"IAMUser\",\"principalId\":\"AIDAX\",\"arn\":\"arn:aws:iam::111122223333:user/{name}\",\"accountId\":\"111122223333\",\"userName\":\"{name}\"}}";
}
