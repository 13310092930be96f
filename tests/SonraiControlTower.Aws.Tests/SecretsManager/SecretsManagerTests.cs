using SonraiControlTower.TestKit;

namespace SonraiControlTower.Aws.Tests.SecretsManager;

public sealed class SecretsManagerTests
{
    private const string Arn = "arn:aws:secretsmanager:eu-west-1:111111111111:secret:sonrai-AbCdEf";
    private const string Text = "eyJhbGciOi.secret.text";

    [Fact]
    public async Task Everything_that_AWS_tells_of_a_secret_is_told()
    {
        await using var fixture = await AwsFixture.StartAsync();
        fixture.Wire.On("DescribeSecret", _ => $$"""
            {"ARN":"{{Arn}}","Name":"sonrai","KmsKeyId":"arn:key","RotationEnabled":true,"RotationLambdaARN":"arn:function",
            "RotationRules":{"AutomaticallyAfterDays":15},"LastRotatedDate":1767225600.5,"NextRotationDate":1768521600,"LastChangedDate":1767225601,
            "DeletedDate":1767225602,"VersionIdsToStages":{"a":["AWSCURRENT"],"b":["AWSPENDING","AWSPREVIOUS"]},"Tags":[{"Key":"k","Value":"v"}]}
            """);

        var secret = (await (await OpenAsync(fixture)).DescribeAsync("sonrai", default)).ShouldNotBeNull();

        secret.IsRotationEnabled.ShouldBeTrue();
        secret.RotationLambdaArn.ShouldBe("arn:function");
        secret.AutomaticallyAfterDays.ShouldBe(15);
        secret.LastRotatedAt.ShouldBe(new DateTimeOffset(2026, 1, 1, 0, 0, 0, 500, TimeSpan.Zero));
        secret.NextRotationAt.ShouldBe(new DateTimeOffset(2026, 1, 16, 0, 0, 0, TimeSpan.Zero));
        secret.DeletedAt.ShouldNotBeNull();
        secret.VersionAt(SecretStage.Pending).ShouldBe("b");
        var asked = fixture.Wire.Requests.ShouldHaveSingleItem();
        asked.Headers["X-Amz-Target"].ShouldBe("secretsmanager.DescribeSecret");
        asked.SignedFor.ShouldBe("eu-west-1/secretsmanager");
    }

    [Fact]
    public async Task Where_an_expression_rules_the_days_are_none()
    {
        await using var fixture = await AwsFixture.StartAsync();
        fixture.Wire.On("DescribeSecret", _ =>
            $$"""{"ARN":"{{Arn}}","Name":"sonrai","RotationRules":{"AutomaticallyAfterDays":15,"ScheduleExpression":"rate(15 days)"} }""");

        var secret = (await (await OpenAsync(fixture)).DescribeAsync("sonrai", default)).ShouldNotBeNull();

        secret.ScheduleExpression.ShouldBe("rate(15 days)");
        secret.AutomaticallyAfterDays.ShouldBeNull();
    }

    [Fact]
    public async Task What_writes_carries_its_token_and_is_sent_again_with_it()
    {
        await using var fixture = await AwsFixture.StartAsync();
        var secrets = await OpenAsync(fixture);
        var token = OperationId.New();
        foreach (var operation in new[] { "CreateSecret", "PutSecretValue", "RotateSecret" })
        {
            fixture.Wire.Fail(operation, WireFaults.Cut).On(operation, _ => $$"""{"ARN":"{{Arn}}","VersionId":"{{token}}"}""");
        }

        (await secrets.CreateAsync("sonrai", new(Text), token, default)).ShouldBe(Arn);
        await secrets.PutValueAsync("sonrai", token, new(Text), [SecretStage.Pending], default);
        (await secrets.RotateAsync("sonrai", token, default)).ShouldBe($"{token}");

        fixture.Wire.Requests.Count.ShouldBe(6);
        fixture.Wire.Requests.ShouldAllBe(asked => asked["ClientRequestToken"]!.Value.GetString() == $"{token}");
    }

    [Fact]
    public async Task Without_labels_AWS_is_left_to_choose()
    {
        await using var fixture = await AwsFixture.StartAsync();
        fixture.Wire.On("PutSecretValue", _ => $$"""{"ARN":"{{Arn}}"}""");

        await (await OpenAsync(fixture)).PutValueAsync("sonrai", OperationId.New(), new(Text), [], default);

        fixture.Wire.Requests.ShouldHaveSingleItem()["VersionStages"].ShouldBeNull();
    }

    [Fact]
    public async Task A_label_is_moved_once()
    {
        await using var fixture = await AwsFixture.StartAsync();
        fixture.Wire.Fail("UpdateSecretVersionStage", WireFaults.Cut).On("UpdateSecretVersionStage", _ => $$"""{"ARN":"{{Arn}}"}""");

        var lost = await Should.ThrowAsync<SonraiException>(
            async () => await (await OpenAsync(fixture)).MoveStageAsync("sonrai", SecretStage.Current, "b", "a", default));

        lost.Problem.Id.ShouldBe("AwsAnswerLost");
        lost.Problem.Message.ShouldContain("secretsmanager:UpdateSecretVersionStage");
        fixture.Wire.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("ResourceNotFoundException", 400, "SecretNotFound")]
    [InlineData("ResourceExistsException", 400, "SecretExists")]
    [InlineData("InvalidRequestException", 400, "SecretRefused")]
    [InlineData("InvalidParameterException", 400, "SecretRefused")]
    [InlineData("LimitExceededException", 400, "SecretRefused")]
    [InlineData("EncryptionFailure", 400, "SecretKeyUnusable")]
    [InlineData("AccessDeniedException", 400, "AwsAccessDenied")]
    [InlineData("UnrecognizedClientException", 400, "CredentialsUnusable")]
    public async Task A_code_names_its_problem(string code, int status, string problem)
    {
        await using var fixture = await AwsFixture.StartAsync();
        fixture.Wire.Fail("PutSecretValue", WireFaults.Refused(code, "No.", status));

        var refused = await Should.ThrowAsync<SonraiException>(
            async () => await (await OpenAsync(fixture)).PutValueAsync("sonrai", OperationId.New(), new(Text), [], default));

        refused.Problem.Id.ShouldBe(problem);
        refused.ToString().ShouldNotContain(Text);
        fixture.Wire.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_answer_that_cannot_be_read_does_not_tell_the_text()
    {
        await using var fixture = await AwsFixture.StartAsync(attempts: 1);
        fixture.Wire.On("GetSecretValue", _ => $$"""{"ARN":"{{Arn}}","SecretString":"{{Text}}","VersionStages":"{{Text}}"}""");

        var refused = await Should.ThrowAsync<SonraiException>(
            async () => await (await OpenAsync(fixture)).GetValueAsync("sonrai", SecretVersionChoice.Current, default));

        refused.Problem.Id.ShouldBe("AwsUnexpectedAnswer");
        refused.ToString().ShouldNotContain(Text);
    }

    [Fact]
    public async Task A_secret_that_keeps_bytes_has_no_text()
    {
        await using var fixture = await AwsFixture.StartAsync();
        fixture.Wire.On("GetSecretValue", _ => $$"""{"ARN":"{{Arn}}","VersionId":"a","SecretBinary":"AAEC"}""");

        var version = await (await OpenAsync(fixture)).GetValueAsync("sonrai", SecretVersionChoice.Current, default);

        version.ShouldNotBeNull().Text.ShouldBeNull();
    }

    [Fact]
    public async Task Being_asked_to_slow_down_is_not_failing()
    {
        await using var fixture = await AwsFixture.StartAsync();
        fixture.Wire.Fail("GetSecretValue", WireFaults.Refused("ThrottlingException", "Rate exceeded"))
            .On("GetSecretValue", _ => $$"""{"ARN":"{{Arn}}","VersionId":"a","SecretString":"{{Text}}"}""");

        var version = await (await OpenAsync(fixture)).GetValueAsync("sonrai", SecretVersionChoice.Current, default);

        version.ShouldNotBeNull().Text.ShouldNotBeNull().Reveal().ShouldBe(Text);
        fixture.Wire.Requests.Count.ShouldBe(2);
    }

    private static Task<ISecretsManager> OpenAsync(AwsFixture fixture) => fixture.Aws.OpenSecretsManagerAsync(fixture.Access, default);
}
