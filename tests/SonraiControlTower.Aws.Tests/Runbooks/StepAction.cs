namespace SonraiControlTower.Aws.Tests.Runbooks;

/// <summary>
/// What an action of Automation takes, as its page of the Systems Manager user guide says
/// (<see href="https://docs.aws.amazon.com/systems-manager/latest/userguide/automation-actions.html">actions reference</see>).
/// </summary>
/// <param name="Page">Its page in the user guide.</param>
/// <param name="Required">The inputs that it cannot do without.</param>
/// <param name="Optional">The further inputs that it knows.</param>
/// <param name="Outputs">The outputs that it has by itself; other outputs are those that the step declares.</param>
internal sealed record StepAction(string Page, string[] Required, string[] Optional, string[] Outputs)
{
    private const string Guide = "https://docs.aws.amazon.com/systems-manager/latest/userguide/";

    /// <summary>The inputs of an AWS operation come beside those of the action.</summary>
    public bool TakesOthers { get; private init; }

    /// <summary>The longest that a step may take, in seconds; null where the page names no limit.</summary>
    public int? Longest { get; private init; }

    /// <summary>The actions that our runbooks may use, by name.</summary>
    public static IReadOnlyDictionary<string, StepAction> Known { get; } = new Dictionary<string, StepAction>
    {
        // At most 300 seconds.
        ["aws:invokeLambdaFunction"] = new(
            $"{Guide}automation-action-lamb.html",
            ["FunctionName"],
            ["Qualifier", "InvocationType", "LogType", "ClientContext", "InputPayload", "Payload"],
            ["StatusCode", "FunctionError", "LogResult", "Payload"])
        { Longest = 300 },

        ["aws:runCommand"] = new(
            $"{Guide}automation-action-runcommand.html",
            ["DocumentName", "InstanceIds"],
            ["Targets", "Parameters", "CloudWatchOutputConfig", "Comment", "DocumentHash", "DocumentHashType", "NotificationConfig", "OutputS3BucketName", "OutputS3KeyPrefix", "ServiceRoleArn", "TimeoutSeconds"],
            ["CommandId", "Status", "ResponseCode", "Output"]),

        // At most 25 seconds.
        ["aws:executeAwsApi"] = new($"{Guide}automation-action-executeAwsApi.html", ["Service", "Api"], [], []) { TakesOthers = true, Longest = 25 },

        ["aws:waitForAwsResourceProperty"] = new($"{Guide}automation-action-waitForAwsResourceProperty.html", ["Service", "Api", "PropertySelector", "DesiredValues"], [], []) { TakesOthers = true },

        // At most 600 seconds.
        ["aws:executeScript"] = new($"{Guide}automation-action-executeScript.html", ["Runtime", "Handler", "Script"], ["InputPayload"], ["Payload"]) { Longest = 600 },

        ["aws:branch"] = new($"{Guide}automation-action-branch.html", ["Choices"], ["Default"], []),
    };
}
