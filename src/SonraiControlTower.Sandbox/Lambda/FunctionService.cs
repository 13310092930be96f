using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace SonraiControlTower.Sandbox;

/// <summary>The far side of the wire: Lambda's functions and who may call them.</summary>
internal sealed class FunctionService(LandingZone zone)
{
    public const string Invoke = "lambda:InvokeFunction";
    private readonly Dictionary<string, FunctionState> _functions = [];

    /// <summary>A function by its ARN; null if there is none.</summary>
    public FunctionState? Find(string arn) => _functions.GetValueOrDefault(arn);

    public FunctionState? Find(AccountId account, string region, string nameOrArn) => Find(Arn(account, region, nameOrArn));

    public FunctionState Create(Caller caller, string region, string name, FunctionConfiguration configuration)
    {
        var arn = Arn(caller.Account, region, name);
        zone.Authorizer.Demand(caller, "lambda:CreateFunction", arn);
        DemandRole(caller, configuration.RoleArn);
        if (_functions.ContainsKey(arn))
        {
            throw new AwsFault("ResourceConflictException", $"Function already exist: {name}");
        }

        var function = new FunctionState(name, arn, caller.Account, region, configuration);
        _functions.Add(arn, function);
        return function;
    }

    public void Update(Caller caller, FunctionState function, FunctionConfiguration configuration)
    {
        zone.Authorizer.Demand(caller, "lambda:UpdateFunctionConfiguration", function.Arn);
        if (configuration.RoleArn != function.Configuration.RoleArn)
        {
            DemandRole(caller, configuration.RoleArn);
        }

        function.Configuration = configuration;
    }

    public void Delete(Caller caller, string region, string name)
    {
        if (Find(caller.Account, region, name) is { } function)
        {
            zone.Authorizer.Demand(caller, "lambda:DeleteFunction", function.Arn);
            _functions.Remove(function.Arn);
        }
    }

    public void AddPermission(Caller caller, string region, string name, string id, JsonObject statement)
    {
        var function = Demand(caller, region, name);
        zone.Authorizer.Demand(caller, "lambda:AddPermission", function.Arn);
        statement["Sid"] = id;
        statement["Resource"] = function.Arn;
        function.Permissions[id] = statement;
    }

    public void RemovePermission(Caller caller, string region, string name, string id)
    {
        if (Find(caller.Account, region, name) is { } function)
        {
            zone.Authorizer.Demand(caller, "lambda:RemovePermission", function.Arn);
            function.Permissions.Remove(id);
        }
    }

    public LambdaFunction? Describe(Caller caller, string region, string name)
    {
        zone.Authorizer.Demand(caller, "lambda:GetFunctionConfiguration", Arn(caller.Account, region, name));
        return Find(caller.Account, region, name)?.ToLambdaFunction();
    }

    /// <summary>Begins to run a function, and answers when it has ended.</summary>
    public Task<LambdaAnswer> BeginInvoke(Caller caller, string region, string name, string payload)
    {
        var function = Demand(caller, region, name);
        zone.Access.Demand(caller, Invoke, function.Guarded);
        if (!function.HasRoom)
        {
            throw new AwsFault("TooManyRequestsException", "Rate Exceeded.");
        }

        var ended = new TaskCompletionSource<LambdaAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        zone.Runs.Start(function, payload, ended.SetResult);
        return ended.Task;
    }

    /// <summary>The SHA-256, in base64, of a package in S3, which must be there and readable.</summary>
    public string CodeSha256(Caller caller, string bucket, string key)
    {
        try
        {
            var content = zone.Buckets.Get(caller, bucket, key)?.Content ?? throw new AwsFault("NoSuchKey", "The specified key does not exist.");
            return Convert.ToBase64String(SHA256.HashData(content.Span));
        }
        catch (AwsFault fault)
        {
            throw new AwsFault(
                "InvalidParameterValueException", $"Error occurred while GetObject. S3 Error Code: {fault.Code}. S3 Error Message: {fault.Message}");
        }
    }

    private FunctionState Demand(Caller caller, string region, string name) =>
        Find(caller.Account, region, name) ?? throw new AwsFault("ResourceNotFoundException", $"Function not found: {Arn(caller.Account, region, name)}");

    private void DemandRole(Caller caller, string roleArn)
    {
        zone.Authorizer.Demand(caller, "iam:PassRole", roleArn, ("iam:PassedToService", "lambda.amazonaws.com"));
        var arn = RoleArn.Parse(roleArn);
        var service = Caller.OfService("lambda", arn.Account);

        // CloudFormation waits for IAM here, so that what STS does not know yet counts all the same.
        if (zone.Iam.Of(arn.Account).Role(arn.Name)?.Trust is not { } trust
            || PolicyText.Of(trust).Judge(zone.Authorizer.Ask(service, RoleAssumption.Action, roleArn)) != Verdict.Allowed)
        {
            throw new AwsFault("InvalidParameterValueException", "The role defined for the function cannot be assumed by Lambda.");
        }
    }

    private string Arn(AccountId account, string region, string name) =>
        name.StartsWith("arn:", StringComparison.Ordinal) ? name : zone.Arn("lambda", region, account, $"function:{name}");
}
