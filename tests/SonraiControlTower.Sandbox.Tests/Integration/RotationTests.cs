using System.Globalization;

namespace SonraiControlTower.Sandbox.Tests.Integration;

public sealed class RotationTests
{
    private static readonly string[] _steps = ["createSecret", "setSecret", "testSecret", "finishSecret"];
    private readonly IntegrationCloud _cloud = new();

    [Fact]
    public async Task The_schedule_rotates_at_once_in_four_steps()
    {
        await _cloud.DeployAsync();

        var secret = await _cloud.SecretAsync();

        _cloud.Functions.Steps.ShouldBe(_steps);
        (await _cloud.TokenAsync()).ShouldBe("""{"sonrai_token":"token-1"}""");
        (await _cloud.TokenAsync(SecretStage.Previous)).ShouldBe("""{"sonrai_token":"token-0"}""");
        secret.VersionAt(SecretStage.Pending).ShouldBeNull();
        secret.IsRotationEnabled.ShouldBeTrue();
        secret.AutomaticallyAfterDays.ShouldBe(15);
        secret.NextRotationAt.ShouldBe(secret.LastRotatedAt + TimeSpan.FromDays(15));
    }

    [Fact]
    public async Task It_rotates_again_when_its_days_are_over()
    {
        await _cloud.DeployAsync();

        await _cloud.PassAsync(TimeSpan.FromDays(15));

        (await _cloud.TokenAsync()).ShouldBe("""{"sonrai_token":"token-2"}""");
        (await _cloud.SecretAsync()).LastRotatedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task It_rotates_on_demand_under_the_token_that_was_given()
    {
        await _cloud.DeployAsync();
        var token = OperationId.New();

        var version = await RotateAsync(token);
        await _cloud.Zone.SettleAsync(default);
        var again = await RotateAsync(token);
        await _cloud.Zone.SettleAsync(default);

        version.ShouldBe(token.ToString());
        again.ShouldBe(version);
        (await _cloud.SecretAsync()).VersionAt(SecretStage.Current).ShouldBe(version);
        (await _cloud.TokenAsync()).ShouldBe("""{"sonrai_token":"token-2"}""");
    }

    [Theory]
    [InlineData("createSecret", false)]
    [InlineData("createSecret", true)]
    [InlineData("setSecret", false)]
    [InlineData("testSecret", true)]
    [InlineData("finishSecret", false)]
    public async Task A_step_that_fails_leaves_what_is_pending_and_all_is_tried_again_under_the_same_token(string step, bool afterwards)
    {
        await _cloud.DeployAsync();
        _cloud.Zone.FailNextRotationStep(step, afterwards);

        var token = await RotateAsync(OperationId.New());
        await _cloud.Zone.SettleAsync(default);
        var broken = await _cloud.SecretAsync();
        var refused = await Should.ThrowAsync<SonraiException>(() => RotateAsync(OperationId.New()));
        await _cloud.PassAsync(TimeSpan.FromHours(1));
        var mended = await _cloud.SecretAsync();

        broken.VersionAt(SecretStage.Pending).ShouldBe(token);
        broken.VersionAt(SecretStage.Current).ShouldNotBe(token);
        refused.Problem.Id.ShouldBe("SecretRefused");
        refused.Message.ShouldContain("A previous rotation isn't complete. That rotation will be reattempted.");
        mended.VersionAt(SecretStage.Current).ShouldBe(token);
        (await _cloud.TokenAsync()).ShouldBe("""{"sonrai_token":"token-2"}""");
    }

    [Fact]
    public async Task A_last_step_that_broke_after_its_work_is_seen_to_be_done_the_next_time()
    {
        await _cloud.DeployAsync();
        _cloud.Zone.FailNextRotationStep("finishSecret", afterwards: true);

        var token = await RotateAsync(OperationId.New());
        await _cloud.Zone.SettleAsync(default);

        (await _cloud.SecretAsync()).VersionAt(SecretStage.Current).ShouldBe(token);
        (await RotateAsync(OperationId.New())).ShouldNotBe(token);
    }

    [Fact]
    public async Task The_first_version_of_a_rotation_has_no_text_yet()
    {
        await _cloud.DeployAsync();
        _cloud.Zone.FailNextRotationStep("createSecret");

        await RotateAsync(OperationId.New());
        await _cloud.Zone.SettleAsync(default);

        (await _cloud.Secrets.GetValueAsync((await _cloud.SecretAsync()).Arn, SecretVersionChoice.ByStage(SecretStage.Pending), default)).ShouldBeNull();
    }

    [Fact]
    public async Task Switched_off_it_rotates_no_more()
    {
        await _cloud.DeployAsync();
        var before = await _cloud.SecretAsync();

        _cloud.Zone.DisableRotation(before.Arn);
        await _cloud.PassAsync(TimeSpan.FromDays(40));

        var after = await _cloud.SecretAsync();
        after.IsRotationEnabled.ShouldBeFalse();
        after.VersionAt(SecretStage.Current).ShouldBe(before.VersionAt(SecretStage.Current));
        (await Should.ThrowAsync<SonraiException>(() => RotateAsync(OperationId.New()))).Problem.Id.ShouldBe("SecretRefused");
    }

    [Fact]
    public async Task Without_the_permission_of_the_function_there_is_no_schedule()
    {
        var body = IntegrationTemplate.Main.Body.Replace("Principal: secretsmanager.amazonaws.com", "Principal: events.amazonaws.com", StringComparison.Ordinal);
        await _cloud.WithPackageAsync();

        var stack = await _cloud.EndAsync(await _cloud.Stacks.CreateAsync(IntegrationCloud.Request() with { TemplateBody = body }, default));
        var reasons = await _cloud.Stacks.ListEventsAsync(stack.Id, default).Select(one => one.StatusReason).ToListAsync();

        stack.Status.ShouldBe(StackStatus.RollbackComplete);
        string.Join('\n', reasons).ShouldContain("Secrets Manager cannot invoke the specified Lambda function.");
    }

    [Fact]
    public async Task An_update_of_the_stack_leaves_the_rotated_token_alone()
    {
        await _cloud.DeployAsync();

        var update = await _cloud.Stacks.UpdateAsync(IntegrationCloud.Request((IntegrationParameters.LogRetentionDays, "30")), default);
        await _cloud.EndAsync(update.StackId);

        (await _cloud.TokenAsync()).ShouldBe("""{"sonrai_token":"token-1"}""");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(14)]
    public async Task The_next_time_is_kept_whatever_lies_between(int days)
    {
        await _cloud.DeployAsync();
        await _cloud.PassAsync(TimeSpan.FromDays(days));

        await RotateAsync(OperationId.New());
        await _cloud.Zone.SettleAsync(default);
        var secret = await _cloud.SecretAsync();

        secret.NextRotationAt.ShouldBe(_cloud.Cloud.Clock.GetUtcNow() + TimeSpan.FromDays(15), days.ToString(CultureInfo.InvariantCulture));
    }

    private async Task<string> RotateAsync(OperationId token) =>
        await _cloud.Secrets.RotateAsync(await _cloud.OutputAsync(IntegrationOutputs.SecretArn), token, default);
}
