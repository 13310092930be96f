namespace SonraiControlTower.Sandbox.Tests.SecretsManager;

public sealed class SecretServiceTests
{
    private const string Name = "sonrai/token";
    private readonly Cloud _cloud = new();
    private readonly OperationId _first = OperationId.New();
    private readonly OperationId _second = OperationId.New();

    private ISecretsManager Secrets => _cloud.Aws.OpenSecretsManagerAsync(new AwsAccess(), default).Result;

    [Fact]
    public async Task A_secret_that_there_is_not_is_null_in_every_reading_and_a_refusal_in_every_writing()
    {
        (await Secrets.DescribeAsync(Name, default)).ShouldBeNull();
        (await Secrets.GetValueAsync(Name, SecretVersionChoice.Current, default)).ShouldBeNull();
        (await Should.ThrowAsync<SonraiException>(() => Secrets.PutValueAsync(Name, _first, new SecretText("a"), [], default)))
            .Problem.Id.ShouldBe(SecretsManagerProblems.NotFoundId);
    }

    [Fact]
    public async Task A_name_is_taken_once()
    {
        await MakeAsync();

        var refused = await Should.ThrowAsync<SonraiException>(() => Secrets.CreateAsync(Name, new SecretText("b"), OperationId.New(), default));

        refused.Problem.Id.ShouldBe(SecretsManagerProblems.ExistsId);
    }

    [Fact]
    public async Task The_same_text_under_the_same_token_is_put_once_and_another_is_refused()
    {
        await MakeAsync();

        await PutAsync("two", SecretStage.Pending);
        await PutAsync("two", SecretStage.Pending);
        var refused = await Should.ThrowAsync<SonraiException>(() => PutAsync("three", SecretStage.Pending));

        refused.Problem.Id.ShouldBe(SecretsManagerProblems.ExistsId);
        (await TextAsync(SecretStage.Pending)).ShouldBe("two");
        (await TextAsync(SecretStage.Current)).ShouldBe("one");
    }

    [Fact]
    public async Task Where_the_current_label_moves_the_version_that_it_leaves_becomes_the_previous_one()
    {
        await MakeAsync();
        await PutAsync("two", SecretStage.Pending);

        await Secrets.MoveStageAsync(Name, SecretStage.Current, _second.ToString(), _first.ToString(), default);
        var secret = (await Secrets.DescribeAsync(Name, default))!;

        secret.VersionStages[_first.ToString()].ShouldBe([SecretStage.Previous]);
        secret.VersionStages[_second.ToString()].ShouldBe([SecretStage.Current, SecretStage.Pending]);
        (await TextAsync(SecretStage.Current)).ShouldBe("two");
    }

    [Fact]
    public async Task A_version_that_lost_its_labels_is_not_told_of()
    {
        await MakeAsync();
        await PutAsync("two");

        await Secrets.PutValueAsync(Name, OperationId.New(), new SecretText("three"), [], default);

        (await Secrets.DescribeAsync(Name, default))!.VersionStages.Keys.ShouldNotContain(_first.ToString());
    }

    [Fact]
    public async Task A_label_moves_only_from_where_it_is_and_the_current_one_never_to_nowhere()
    {
        await MakeAsync();
        await PutAsync("two", SecretStage.Pending);

        var unsaid = await RefusalAsync(() => Secrets.MoveStageAsync(Name, SecretStage.Current, _second.ToString(), null, default));
        var wrong = await RefusalAsync(() => Secrets.MoveStageAsync(Name, SecretStage.Current, _second.ToString(), _second.ToString(), default));
        var nowhere = await RefusalAsync(() => Secrets.MoveStageAsync(Name, SecretStage.Current, null, _first.ToString(), default));

        unsaid.ShouldContain($"You must explicitly reference that version in RemoveFromVersionId.");
        wrong.ShouldContain("is not attached to version");
        nowhere.ShouldContain("AWSCURRENT");
    }

    [Fact]
    public async Task A_version_and_a_label_that_do_not_agree_are_refused()
    {
        await MakeAsync();
        await PutAsync("two", SecretStage.Pending);

        await RefusalAsync(() => Secrets.GetValueAsync(Name, new SecretVersionChoice(_first.ToString(), SecretStage.Pending), default));
    }

    [Fact]
    public async Task Somebody_without_the_right_gets_nothing_whether_there_is_a_secret_or_not()
    {
        var collector = await _cloud.Aws.OpenSecretsManagerAsync(new AwsAccess { ProfileName = "collector" }, default);

        var refused = await Should.ThrowAsync<SonraiException>(() => collector.GetValueAsync(Name, SecretVersionChoice.Current, default));

        refused.Problem.Id.ShouldBe("AwsAccessDenied");
        _cloud.Zone.Asked.ShouldContain(new AskedAction("sonrai-collector", "secretsmanager:GetSecretValue", IsAllowed: false));
    }

    [Fact]
    public async Task The_next_attempts_are_throttled_if_a_test_wants_it()
    {
        var clock = new PromptClock();
        var zone = LandingZone.Sample(clock);
        var aws = new SandboxAws(zone);
        var secrets = await aws.OpenSecretsManagerAsync(new AwsAccess(), default);
        zone.ThrottleNext("DescribeSecret", attempts: 2);

        (await secrets.DescribeAsync(Name, default)).ShouldBeNull();

        clock.Pauses.Count.ShouldBe(2);
        aws.RequestCounts["DescribeSecret"].ShouldBe(3);
    }

    private async Task MakeAsync() => await Secrets.CreateAsync(Name, new SecretText("one"), _first, default);

    private async Task PutAsync(string text, params string[] stages) => await Secrets.PutValueAsync(Name, _second, new SecretText(text), stages, default);

    private async Task<string> TextAsync(string stage) => (await Secrets.GetValueAsync(Name, SecretVersionChoice.ByStage(stage), default))!.Text!.Reveal();

    private static async Task<string> RefusalAsync(Func<Task> call)
    {
        var problem = (await Should.ThrowAsync<SonraiException>(call)).Problem;
        problem.Id.ShouldBe("SecretRefused");
        return problem.Message;
    }
}
