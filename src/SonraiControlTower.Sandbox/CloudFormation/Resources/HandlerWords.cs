namespace SonraiControlTower.Sandbox;

/// <summary>
/// How CloudFormation says why a resource could not be made. Its resource handlers repeat the service's sentence
/// (<see href="https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-test-contract-errors.html">handler error codes</see>).
/// </summary>
internal static class HandlerWords
{
    private const string AlreadyOwned = "SandboxAlreadyOwned";

    private static readonly Dictionary<string, (int Status, string Handler)> _codes = new()
    {
        ["EntityAlreadyExists"] = (409, "AlreadyExists"),
        ["NoSuchEntity"] = (404, "NotFound"),
        ["LimitExceeded"] = (409, "ServiceLimitExceeded"),
        ["DeleteConflict"] = (409, "ResourceConflict"),
        ["MalformedPolicyDocument"] = (400, "InvalidRequest"),
        ["ResourceExistsException"] = (409, "AlreadyExists"),
        ["ResourceConflictException"] = (409, "AlreadyExists"),
        ["ResourceNotFoundException"] = (404, "NotFound"),
        ["InvalidParameterValueException"] = (400, "InvalidRequest"),
        ["AccessDenied"] = (403, "AccessDenied"),
    };

    /// <summary>Another stack made it: CloudFormation knows that without asking IAM.</summary>
    public static AwsFault Owned(string name, string stackId) => new(AlreadyOwned, $"{name} already exists in stack {stackId}");

    public static string Of(AwsFault fault, string stackId, string logicalId, string type)
    {
        if (fault.Code is AlreadyOwned or "ValidationError")
        {
            return fault.Message;
        }

        var (status, handler) = _codes.GetValueOrDefault(fault.Code, (400, "GeneralServiceException"));
        return $"Resource handler returned message: \"{fault.Message} (Service: {type.Split("::")[1]}, Status Code: {status}, Request ID: {StableId.Uuid(stackId, logicalId, "request")})\" "
            + $"(RequestToken: {StableId.Uuid(stackId, logicalId, "token")}, HandlerErrorCode: {handler})";
    }
}
