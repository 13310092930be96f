using SonraiControlTower.TestKit;

namespace SonraiControlTower.Aws.Tests.SecretsManager;

public sealed class SecretsManagerOnMotoTests(MotoServer moto) : OnMoto(moto)
{
    private const string First = """{"sonrai_token":"erstes – 第一 🔑"}""";
    private const string Second = """{"sonrai_token":"zweites"}""";

    [MotoFact]
    public async Task A_secret_keeps_its_text_letter_for_letter()
    {
        var secrets = await Aws.OpenSecretsManagerAsync(Access, default);
        var token = OperationId.New();

        var arn = await secrets.CreateAsync("sonrai/token", new(First), token, default);

        arn.ShouldStartWith($"arn:aws:secretsmanager:us-east-1:{Account}:secret:sonrai/token-");
        var version = (await secrets.GetValueAsync(arn, SecretVersionChoice.Current, default)).ShouldNotBeNull();
        version.SecretArn.ShouldBe(arn);
        version.VersionId.ShouldBe($"{token}");
        version.Stages.ShouldBe([SecretStage.Current]);
        version.Text.ShouldNotBeNull().Reveal().ShouldBe(First);
        version.ToString().ShouldNotContain("erstes");
    }

    [MotoFact]
    public async Task A_rotation_puts_a_pending_version_and_moves_the_label()
    {
        var secrets = await Aws.OpenSecretsManagerAsync(Access, default);
        var (old, pending) = (OperationId.New(), OperationId.New());
        await secrets.CreateAsync("sonrai", new(First), old, default);

        await secrets.PutValueAsync("sonrai", pending, new(Second), [SecretStage.Pending], default);
        await secrets.PutValueAsync("sonrai", pending, new(Second), [SecretStage.Pending], default);

        (await secrets.GetValueAsync("sonrai", new($"{pending}", SecretStage.Pending), default)).ShouldNotBeNull()
            .Text.ShouldNotBeNull().Reveal().ShouldBe(Second);
        await secrets.MoveStageAsync("sonrai", SecretStage.Current, moveTo: $"{pending}", removeFrom: $"{old}", default);
        var secret = (await secrets.DescribeAsync("sonrai", default)).ShouldNotBeNull();
        secret.VersionAt(SecretStage.Current).ShouldBe($"{pending}");
        secret.VersionAt(SecretStage.Previous).ShouldBe($"{old}");
    }

    [MotoFact]
    public async Task A_rotation_that_begins_names_the_version_that_it_makes()
    {
        var secrets = await Aws.OpenSecretsManagerAsync(Access, default);
        var token = OperationId.New();
        await secrets.CreateAsync("sonrai", new(First), OperationId.New(), default);

        (await secrets.RotateAsync("sonrai", token, default)).ShouldBe($"{token}");

        (await Should.ThrowAsync<SonraiException>(() => secrets.RotateAsync("nowhere", token, default))).Problem.Id.ShouldBe(SecretsManagerProblems.NotFoundId);
    }

    [MotoFact]
    public async Task Another_text_under_the_same_token_is_refused()
    {
        var secrets = await Aws.OpenSecretsManagerAsync(Access, default);
        var token = OperationId.New();
        await secrets.CreateAsync("sonrai", new(First), token, default);

        var taken = await Should.ThrowAsync<SonraiException>(() => secrets.CreateAsync("sonrai", new(Second), OperationId.New(), default));

        taken.Problem.Id.ShouldBe(SecretsManagerProblems.ExistsId);
        taken.ToString().ShouldNotContain("zweites");
    }

    [MotoFact]
    public async Task What_is_not_there_is_none()
    {
        var secrets = await Aws.OpenSecretsManagerAsync(Access, default);
        await secrets.CreateAsync("sonrai", new(First), OperationId.New(), default);

        (await secrets.DescribeAsync("nowhere", default)).ShouldBeNull();
        (await secrets.GetValueAsync("nowhere", SecretVersionChoice.Current, default)).ShouldBeNull();
        (await secrets.GetValueAsync("sonrai", SecretVersionChoice.ByStage(SecretStage.Pending), default)).ShouldBeNull();
        (await secrets.GetValueAsync("sonrai", new($"{OperationId.New()}", null), default)).ShouldBeNull();
        var refused = await Should.ThrowAsync<SonraiException>(
            () => secrets.PutValueAsync("nowhere", OperationId.New(), new(Second), [], default));
        refused.Problem.Id.ShouldBe(SecretsManagerProblems.NotFoundId);
    }

    [MotoFact]
    public async Task A_secret_is_described_without_its_text()
    {
        using var ground = new MotoJson(Access.EndpointUrl!, "secretsmanager", "secretsmanager");
        var arn = (string)(await ground.CallAsync("CreateSecret", """
            {"Name":"sonrai","SecretString":"hidden","KmsKeyId":"alias/sonrai","ClientRequestToken":"00000000-0000-0000-0000-000000000001",
            "Tags":[{"Key":"CreatedBy","Value":"Überall"}]}
            """))["ARN"]!;
        var secrets = await Aws.OpenSecretsManagerAsync(Access, default);

        var secret = (await secrets.DescribeAsync(arn, default)).ShouldNotBeNull();

        secret.Name.ShouldBe("sonrai");
        secret.Arn.ShouldBe(arn);
        secret.KmsKeyId.ShouldBe("alias/sonrai");
        secret.Tags["CreatedBy"].ShouldBe("Überall");
        secret.IsRotationEnabled.ShouldBeFalse();
        secret.LastChangedAt.ShouldNotBeNull().ShouldBeGreaterThan(DateTimeOffset.UnixEpoch.AddYears(50));
        secret.DeletedAt.ShouldBeNull();
    }
}
