namespace SonraiControlTower.Sandbox;

/// <summary>
/// The far side of the wire: Secrets Manager, with versions, staging labels and keys that count
/// (<see href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/whats-in-a-secret.html">what is in a secret</see>).
/// </summary>
internal sealed class SecretService(LandingZone zone)
{
    private readonly Dictionary<string, SecretState> _secrets = [];
    private long _made;

    /// <summary>The secret of that name or ARN in an account and region; null if there is none.</summary>
    public SecretState? Find(AccountId account, string region, string nameOrArn) => _secrets.Values.FirstOrDefault(
        secret => secret.Is(nameOrArn) && secret.Account == account && secret.Region == region) ?? _secrets.GetValueOrDefault(nameOrArn);

    public SecretState Demand(AccountId account, string region, string nameOrArn) =>
        Find(account, region, nameOrArn) ?? throw new AwsFault("ResourceNotFoundException", "Secrets Manager can't find the specified secret.");

    public SecretState Create(Caller caller, string region, string name, string text, string versionId, string? keyArn)
    {
        var arn = zone.Arn("secretsmanager", region, caller.Account, $"secret:{name}-{StableId.Letters(6, name, $"{++_made}")}");
        zone.Authorizer.Demand(caller, "secretsmanager:CreateSecret", arn);
        if (Find(caller.Account, region, name) is { } there)
        {
            return there.Versions.GetValueOrDefault(versionId) == text
                ? there
                : throw new AwsFault("ResourceExistsException", $"The operation failed because the secret {name} already exists.");
        }

        var secret = new SecretState(name, arn, caller.Account) { KeyArn = keyArn, ChangedAt = zone.Agenda.Now };
        Encrypt(caller, secret);
        secret.Versions.Add(versionId, text);
        secret.Label(SecretStage.Current, versionId);
        _secrets.Add(arn, secret);
        return secret;
    }

    public void Delete(Caller caller, string region, string id)
    {
        if (Find(caller.Account, region, id) is { } secret)
        {
            zone.Access.Demand(caller, "secretsmanager:DeleteSecret", secret.Guarded);
            secret.Rotation = null;
            _secrets.Remove(secret.Arn);
        }
    }

    public SecretDescription? Describe(Caller caller, string region, string id)
    {
        if (Find(caller.Account, region, id) is not { } secret)
        {
            zone.Authorizer.Demand(caller, "secretsmanager:DescribeSecret", Arn(caller, region, id));
            return null;
        }

        zone.Access.Demand(caller, "secretsmanager:DescribeSecret", secret.Guarded);
        return secret.ToDescription();
    }

    public SecretVersion? Get(Caller caller, string region, string id, SecretVersionChoice choice)
    {
        if (Find(caller.Account, region, id) is not { } secret)
        {
            zone.Authorizer.Demand(caller, "secretsmanager:GetSecretValue", Arn(caller, region, id));
            return null;
        }

        zone.Access.Demand(caller, "secretsmanager:GetSecretValue", secret.Guarded);
        var versionId = choice.VersionId ?? secret.Stages.GetValueOrDefault(choice.Stage ?? SecretStage.Current);
        if (versionId is null || secret.Versions.GetValueOrDefault(versionId) is not { } text)
        {
            return null;
        }

        if (choice.Stage is { } stage && secret.Stages.GetValueOrDefault(stage) != versionId)
        {
            throw new AwsFault("InvalidRequestException", "You provided a VersionStage that is not associated to the provided VersionId.");
        }

        DemandKey(caller, secret, "kms:Decrypt");
        return new SecretVersion(secret.Arn, versionId, secret.StagesOf(versionId), new SecretText(text));
    }

    public void Put(Caller caller, string region, string id, string versionId, string text, IReadOnlyList<string> stages)
    {
        var secret = Demand(caller.Account, region, id);
        zone.Access.Demand(caller, "secretsmanager:PutSecretValue", secret.Guarded);
        if (secret.Versions.GetValueOrDefault(versionId) is { } there && there != text)
        {
            throw new AwsFault(
                "ResourceExistsException", $"You can't use ClientRequestToken {versionId} because that value is already in use for a version of secret {secret.Arn}.");
        }

        Encrypt(caller, secret);
        secret.Versions[versionId] = text;
        secret.ChangedAt = zone.Agenda.Now;
        foreach (var stage in stages is [] ? [SecretStage.Current] : stages)
        {
            secret.Label(stage, versionId);
        }
    }

    public void MoveStage(Caller caller, string region, string id, string stage, string? moveTo, string? removeFrom)
    {
        var secret = Demand(caller.Account, region, id);
        zone.Access.Demand(caller, "secretsmanager:UpdateSecretVersionStage", secret.Guarded);
        var holder = secret.Stages.GetValueOrDefault(stage);
        if (moveTo is not null && !secret.Versions.ContainsKey(moveTo))
        {
            throw new AwsFault("ResourceNotFoundException", $"Secrets Manager can't find the specified secret version: {moveTo}.");
        }

        if (holder is not null && holder != moveTo && removeFrom is null)
        {
            throw Invalid($"The staging label {stage} is currently attached to version {holder}. You must explicitly reference that version in RemoveFromVersionId.");
        }

        if (removeFrom is not null && removeFrom != holder)
        {
            throw Invalid($"The staging label {stage} is not attached to version {removeFrom}.");
        }

        if (moveTo is null && stage == SecretStage.Current)
        {
            throw Invalid("You can't remove the staging label AWSCURRENT from a version without moving it to another.");
        }

        if (moveTo is null)
        {
            secret.Stages.Remove(stage);
        }
        else
        {
            secret.Label(stage, moveTo);
        }

        secret.ChangedAt = zone.Agenda.Now;
    }

    public void PutPolicy(Caller caller, string region, string id, PolicyDocument? policy)
    {
        var secret = Demand(caller.Account, region, id);
        zone.Access.Demand(caller, policy is null ? "secretsmanager:DeleteResourcePolicy" : "secretsmanager:PutResourcePolicy", secret.Guarded);
        if (policy is not null)
        {
            ResourcePolicies.Demand(zone, policy, "MalformedPolicyDocumentException");
        }

        secret.Policy = policy;
    }

    private void Encrypt(Caller caller, SecretState secret)
    {
        DemandKey(caller, secret, "kms:GenerateDataKey");
        DemandKey(caller, secret, "kms:Decrypt");
    }

    private void DemandKey(Caller caller, SecretState secret, string action)
    {
        if (secret.KeyArn is { } used && zone.Keys.Find(secret.Account, secret.Region, used)?.State is not "Enabled")
        {
            throw new AwsFault("DecryptionFailure", "Secrets Manager can't decrypt the protected secret text using the provided KMS key.");
        }

        if (secret.KeyArn is { } key
            && zone.Keys.UseDenial(caller, action, key, "secretsmanager", ("kms:EncryptionContext:SecretARN", secret.Arn)) is not null)
        {
            throw AwsFault.Denied("Access to KMS is not allowed");
        }
    }

    private string Arn(Caller caller, string region, string id) =>
        id.StartsWith("arn:", StringComparison.Ordinal) ? id : zone.Arn("secretsmanager", region, caller.Account, $"secret:{id}");

    private static AwsFault Invalid(string words) => new("InvalidParameterException", words);
}
