namespace SonraiControlTower.Core.Tests.Ports;

/// <summary>
/// Secrets Manager with one secret: staging labels stand on one version each, a version is put once, and a rotation has a version without a text
/// until something is put into it. Every request is told to the AWS that it belongs to.
/// </summary>
internal sealed class FakeSecretsManager(FakeAws aws) : ISecretsManager
{
    public const string Arn = "arn:aws:secretsmanager:eu-west-1:000000000001:secret:TokenSecret-AbCdEf";
    private readonly Dictionary<string, SecretText> _texts = [];
    private readonly Dictionary<string, string> _stages = [];

    public bool IsRotationEnabled { get; set; } = true;

    public int? AutomaticallyAfterDays { get; set; } = 15;

    public string? ScheduleExpression { get; set; }

    /// <summary>Every text that was ever put.</summary>
    public IReadOnlyDictionary<string, SecretText> Texts => _texts;

    /// <summary>The version that each staging label stands on.</summary>
    public IReadOnlyDictionary<string, string> Stages => _stages;

    /// <summary>The text in use.</summary>
    public string Current => _texts[_stages[SecretStage.Current]].Reveal();

    /// <summary>Gives the secret its first text.</summary>
    public void Begin(string text, string version = "first")
    {
        _texts[version] = new SecretText(text);
        _stages[SecretStage.Current] = version;
    }

    /// <summary>Begins a rotation, as AWS does: a version is staged that keeps nothing yet.</summary>
    public void Stage(string version) => _stages[SecretStage.Pending] = version;

    public Task<SecretDescription?> DescribeAsync(string secretId, CancellationToken cancellationToken) => Task.FromResult(aws.Pass(
        "DescribeSecret", () => secretId != Arn ? null : new SecretDescription
        {
            Arn = Arn,
            Name = "TokenSecret",
            IsRotationEnabled = IsRotationEnabled,
            AutomaticallyAfterDays = AutomaticallyAfterDays,
            ScheduleExpression = ScheduleExpression,
            VersionStages = _stages.GroupBy(stage => stage.Value).ToDictionary(
                version => version.Key, version => (IReadOnlyList<string>)[.. version.Select(stage => stage.Key)]),
        }));

    public Task<SecretVersion?> GetValueAsync(string secretId, SecretVersionChoice version, CancellationToken cancellationToken) => Task.FromResult(aws.Pass(
        "GetSecretValue", () =>
        {
            var id = version.VersionId ?? _stages.GetValueOrDefault(version.Stage ?? SecretStage.Current);
            return secretId != Arn || id is null || !_texts.TryGetValue(id, out var text)
                || (version.Stage is { } stage && _stages.GetValueOrDefault(stage) != id)
                ? null
                : new SecretVersion(Arn, id, [.. _stages.Where(one => one.Value == id).Select(one => one.Key)], text);
        }));

    public Task PutValueAsync(
        string secretId, OperationId requestToken, SecretText text, IReadOnlyList<string> stages, CancellationToken cancellationToken) => Task.FromResult(aws.Pass(
        "PutSecretValue", () =>
        {
            var id = requestToken.ToString();
            if (_texts.TryGetValue(id, out var there) && there.Reveal() != text.Reveal())
            {
                throw new SonraiException(SecretsManagerProblems.Exists("PutSecretValue", "ResourceExistsException"));
            }

            _texts[id] = text;
            foreach (var stage in stages)
            {
                _stages[stage] = id;
            }

            return id;
        }));

    public Task MoveStageAsync(
        string secretId, string stage, string? moveTo, string? removeFrom, CancellationToken cancellationToken) => Task.FromResult(aws.Pass(
        "UpdateSecretVersionStage", () =>
        {
            if (_stages.GetValueOrDefault(stage) != removeFrom || (moveTo is not null && !_texts.ContainsKey(moveTo)))
            {
                throw new SonraiException(SecretsManagerProblems.Refused("UpdateSecretVersionStage", "the label is elsewhere."));
            }

            if (stage == SecretStage.Current && removeFrom is not null)
            {
                _stages[SecretStage.Previous] = removeFrom;
            }

            if (moveTo is null)
            {
                _stages.Remove(stage);
            }
            else
            {
                _stages[stage] = moveTo;
            }

            return moveTo;
        }));

    public Task<string> CreateAsync(string name, SecretText text, OperationId requestToken, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<string> RotateAsync(string secretId, OperationId requestToken, CancellationToken cancellationToken) => throw new NotSupportedException();
}
