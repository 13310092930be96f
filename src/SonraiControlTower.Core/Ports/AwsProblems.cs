namespace SonraiControlTower;

/// <summary>What can go wrong between this machine and AWS.</summary>
public static class AwsProblems
{
    public static Problem NoRegion { get; } = new(
        "NoRegion",
        "No AWS region is set.",
        "Give -Region, run Set-DefaultAWSRegion, set AWS_REGION, or put a region into the profile. For AWS Organizations any region of the partition will do.",
        ProblemKind.NotConnected);

    public static Problem UnknownRegion(string region) => new(
        "UnknownRegion",
        $"'{region}' is not the name of an AWS region.",
        "Give a system name such as eu-west-1.",
        ProblemKind.InvalidInput)
    { Target = region };

    public static Problem NoCredentials { get; } = new(
        "NoCredentials",
        "No AWS credentials were found.",
        "Give -ProfileName or -Credential, run Set-AWSCredential, sign in with 'aws sso login', or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.",
        ProblemKind.NotConnected);

    public static Problem ProfileNotFound(string name) => new(
        "ProfileNotFound",
        $"There is no AWS profile '{name}' in the shared configuration files.",
        "Check the name with 'aws configure list-profiles'; AWS_CONFIG_FILE and AWS_SHARED_CREDENTIALS_FILE say where the files are.",
        ProblemKind.NotFound)
    { Target = name };

    public static Problem CredentialsUnusable(string why) => new(
        "CredentialsUnusable",
        $"The AWS credentials cannot be used: {why}",
        "If they come from IAM Identity Center, sign in again with 'aws sso login'; otherwise renew them.",
        ProblemKind.NotAuthenticated);

    public static Problem NotAllowed(string operation, string why) => new(
        "AwsAccessDenied",
        $"AWS did not allow {operation}: {why}",
        "Check whose credentials these are; AWS Organizations and StackSets answer only the management account and delegated administrators.",
        ProblemKind.NotAllowed);

    public static Problem NoOrganization { get; } = new(
        "NoOrganization",
        "The account of these AWS credentials does not belong to an organization.",
        "Use credentials of the management account, or of a delegated administrator of the organization.",
        ProblemKind.NotConnected);

    public static Problem NotFound(string operation, string why) => new(
        "AwsNotFound",
        $"AWS knows nothing by that name for {operation}: {why}",
        "It may have been removed meanwhile; run the same command again.",
        ProblemKind.NotFound);

    public static Problem Throttled(string operation) => new(
        "AwsThrottled",
        $"AWS asked to call {operation} less often, and did so again after every pause.",
        "Wait a minute, then run the same command again; AWS_RETRY_MODE=adaptive and AWS_MAX_ATTEMPTS=20 make the module more patient.",
        ProblemKind.Throttled);

    public static Problem Unreachable(string operation, string why) => new(
        "AwsUnreachable",
        $"AWS could not be reached for {operation}: {why}",
        "Check the network, the region and -EndpointUrl, then run the same command again.",
        ProblemKind.Unreachable);

    public static Problem Refused(string operation, string code, string why) => new(
        "AwsRefused",
        $"AWS refused {operation} ({code}): {why}",
        "Mend what AWS names, then run the same command again.",
        ProblemKind.UnexpectedAnswer);

    public static Problem ServerError(string operation, int status) => new(
        "AwsServerError",
        $"AWS failed to answer {operation} (HTTP {status}), and did so again after every pause.",
        "Run the same command again later; the AWS Health Dashboard says whether AWS has trouble. A proxy in between may answer so too.",
        ProblemKind.Unreachable);

    public static Problem UnexpectedAnswer(string operation, string what) => new(
        "AwsUnexpectedAnswer",
        $"AWS's answer to {operation} is not what its contract says: {what}",
        "Check -EndpointUrl and AWS_ENDPOINT_URL; a proxy in between may answer in AWS's place.",
        ProblemKind.UnexpectedAnswer);

    public static Problem Conflict(string operation, string code, string why) => new(
        "AwsConflict",
        $"AWS refused {operation}, since things are already otherwise ({code}): {why}",
        "Look at how things are now; it may be that nothing is left to do.",
        ProblemKind.Conflict);

    public static Problem MalformedName(string what, string? text, string rule) => new(
        "MalformedAwsName",
        $"'{text}' is not {what}: {rule}.",
        "Check the spelling; names are taken as they are, with capitals and without white space around them.",
        ProblemKind.InvalidInput)
    { Target = text };

    public static Problem AnswerLost(string operation, string why) => new(
        "AwsAnswerLost",
        $"AWS's answer to {operation} was lost, so it may or may not have been done: {why}",
        "Look at how things are now before it is tried again: it was sent once, for done twice it would be there twice.",
        ProblemKind.Unreachable);
}
