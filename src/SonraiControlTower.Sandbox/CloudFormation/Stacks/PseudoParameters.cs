namespace SonraiControlTower.Sandbox;

/// <summary>
/// What every template can refer to
/// (<see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html">pseudo parameters</see>).
/// </summary>
internal static class PseudoParameters
{
    public static IReadOnlyDictionary<string, string> Of(Stack stack, string partition) => new Dictionary<string, string>
    {
        ["AWS::AccountId"] = stack.Account.ToString(),
        ["AWS::Partition"] = partition,
        ["AWS::Region"] = stack.Region,
        ["AWS::StackId"] = stack.Id,
        ["AWS::StackName"] = stack.Name,
        ["AWS::URLSuffix"] = partition == "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com",
    };
}
