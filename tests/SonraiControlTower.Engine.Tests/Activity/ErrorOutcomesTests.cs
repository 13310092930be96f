namespace SonraiControlTower.Engine.Tests;

public sealed class ErrorOutcomesTests
{
    [Theory]
    [InlineData("s3.amazonaws.com", "AccessDenied")]
    [InlineData("kms.amazonaws.com", "AccessDeniedException")]
    [InlineData("ec2.amazonaws.com", "Client.UnauthorizedOperation")]
    [InlineData("ec2.amazonaws.com", "UnauthorizedOperation")]
    [InlineData("sns.amazonaws.com", "AuthorizationError")]
    [InlineData("sqs.amazonaws.com", "AWS.SimpleQueueService.AccessDenied")]
    [InlineData("s3.amazonaws.com", "VpceAccessDenied")]
    public void Want_of_permission_is_a_refusal(string source, string code) => Of(source, code).ShouldBe(CallOutcome.Denied);

    [Theory]
    [InlineData("ec2.amazonaws.com", "Client.DryRunOperation")]
    [InlineData("iam.amazonaws.com", "NoSuchEntityException")]
    [InlineData("s3.amazonaws.com", "NoSuchKey")]
    [InlineData("s3.amazonaws.com", "NoSuchBucketPolicy")]
    [InlineData("s3.amazonaws.com", "ServerSideEncryptionConfigurationNotFoundError")]
    [InlineData("ec2.amazonaws.com", "Client.InvalidInstanceID.NotFound")]
    [InlineData("ec2.amazonaws.com", "Client.InvalidPermission.Duplicate")]
    [InlineData("ec2.amazonaws.com", "Client.InstanceLimitExceeded")]
    [InlineData("ec2.amazonaws.com", "Server.InsufficientInstanceCapacity")]
    [InlineData("iam.amazonaws.com", "EntityAlreadyExistsException")]
    [InlineData("lambda.amazonaws.com", "ResourceConflictException")]
    [InlineData("dynamodb.amazonaws.com", "ConditionalCheckFailedException")]
    [InlineData("cloudformation.amazonaws.com", "ValidationException")]
    public void What_was_allowed_and_failed_is_use(string source, string code) => Of(source, code).ShouldBe(CallOutcome.Allowed);

    [Theory]
    [InlineData("ec2.amazonaws.com", "Client.RequestLimitExceeded")]
    [InlineData("dynamodb.amazonaws.com", "ThrottlingException")]
    [InlineData("sts.amazonaws.com", "ExpiredTokenException")]
    [InlineData("s3.amazonaws.com", "NoSuchBucket")]
    [InlineData("lambda.amazonaws.com", "InvalidParameterValueException")]
    [InlineData("dynamodb.amazonaws.com", "ValidationException")]
    [InlineData("kms.amazonaws.com", "InternalFailure")]
    [InlineData("x.amazonaws.com", "NeverHeardOf")]
    public void What_does_not_tell_is_neither(string source, string code) => Of(source, code).ShouldBe(CallOutcome.Undecided);

    [Fact]
    public void No_error_is_use() => Of("s3.amazonaws.com", "").ShouldBe(CallOutcome.Allowed);

    private static CallOutcome Of(string source, string code) => ErrorOutcomes.Embedded.Of(source, code);
}
