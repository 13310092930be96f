using System.Collections.Frozen;
using SonraiControlTower.Aws.Lambda.Wire;
using SonraiControlTower.Aws.Protocol;
using SonraiControlTower.Aws.Protocol.RestJson;

namespace SonraiControlTower.Aws.Lambda;

/// <summary>AWS Lambda and the operations of it that we call.</summary>
internal static class LambdaService
{
    private const string Function = "/2015-03-31/functions/{FunctionName}";

    /// <summary>A function may run for 15 minutes, and its caller waits for as long.</summary>
    public static AwsService Service { get; } = new("Lambda", "lambda", "2015-03-31", IsGlobal: false)
    {
        OwnProblem = LambdaProblems.Of,
        IsPlainFipsInGovCloud = _ => false,
        Timeout = TimeSpan.FromMinutes(16),
    };

    public static RestOperation<WireFunction> GetFunctionConfiguration { get; } =
        new(nameof(GetFunctionConfiguration), "GET", $"{Function}/configuration", reply => reply.Json(FunctionsJson.Default.WireFunction));

    public static RestOperation<MappingsAnswer> ListEventSourceMappings { get; } = new(
        nameof(ListEventSourceMappings), "GET", "/2015-03-31/event-source-mappings", reply => reply.Json(FunctionsJson.Default.MappingsAnswer));

    /// <summary>Invoke; in policies, and so here, it is called InvokeFunction. What stops it before the function runs comes with HTTP 502.</summary>
    public static RestOperation<LambdaAnswer> InvokeFunction { get; } = new(
        nameof(InvokeFunction),
        "POST",
        $"{Function}/invocations",
        reply => new(reply.Header("X-Amz-Function-Error"), reply.Text()),
        Sending.Once)
    {
        Refusals = new[]
        {
            "KMSAccessDeniedException", "KMSDisabledException", "KMSInvalidStateException", "KMSNotFoundException", "EC2AccessDeniedException",
            "EC2ThrottledException", "ENILimitReachedException", "InvalidRuntimeException", "InvalidSecurityGroupIDException",
            "InvalidSubnetIDException", "InvalidZipFileException", "ResourceNotReadyException", "SubnetIPAddressLimitReachedException",
        }.ToFrozenSet(),
    };
}
