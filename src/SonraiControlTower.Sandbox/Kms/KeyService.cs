namespace SonraiControlTower.Sandbox;

/// <summary>The far side of the wire: KMS, with key policies that count.</summary>
internal sealed class KeyService(LandingZone zone)
{
    private const string MalformedPolicy = "MalformedPolicyDocumentException";

    private readonly Dictionary<string, KeyState> _keys = [];
    private readonly Dictionary<string, string> _aliases = [];
    private long _made;

    public KeyState Create(Caller caller, string region, PolicyDocument? policy)
    {
        zone.Authorizer.Demand(caller, "kms:CreateKey", "*");
        var document = policy ?? new PolicyDocument(
            $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:{{zone.Organization.Partition}}:iam::{{caller.Account}}:root"},"Action":"kms:*","Resource":"*"}]}""");
        var id = StableId.Uuid(caller.Account.ToString(), region, "key", $"{++_made}");
        var key = new KeyState(zone.Arn("kms", region, caller.Account, $"key/{id}"), caller.Account, document);
        DemandPolicy(caller, key, document);
        return Add(key);
    }

    public KeyState Add(KeyState key)
    {
        _keys.Add(key.Arn, key);
        return key;
    }

    /// <summary>A key by id, ARN, alias, or the alias's ARN; null if there is none.</summary>
    public KeyState? Find(AccountId account, string region, string keyId)
    {
        zone.Furnish();
        var arn = keyId.StartsWith("arn:", StringComparison.Ordinal)
            ? keyId
            : zone.Arn("kms", region, account, keyId.StartsWith("alias/", StringComparison.Ordinal) ? keyId : $"key/{keyId}");
        return _keys.GetValueOrDefault(_aliases.GetValueOrDefault(arn, arn));
    }

    public KmsKey? Describe(Caller caller, string region, string keyId)
    {
        if (Find(caller.Account, region, keyId) is not { } key)
        {
            return null;
        }

        zone.Access.Demand(caller, "kms:DescribeKey", key.Guarded);
        return key.ToKmsKey();
    }

    public PolicyDocument GetPolicy(Caller caller, string region, string keyId)
    {
        var key = Demand(caller, region, keyId);
        zone.Access.Demand(caller, "kms:GetKeyPolicy", key.Guarded);
        return key.Policy;
    }

    public void PutPolicy(Caller caller, string region, string keyId, PolicyDocument policy)
    {
        var key = Demand(caller, region, keyId);
        zone.Access.Demand(caller, "kms:PutKeyPolicy", key.Guarded);
        DemandPolicy(caller, key, policy);
        key.Policy = policy;
    }

    public void CreateAlias(Caller caller, string region, string alias, string keyId)
    {
        var (arn, key) = (zone.Arn("kms", region, caller.Account, alias), Demand(caller, region, keyId));
        zone.Authorizer.Demand(caller, "kms:CreateAlias", arn);
        zone.Access.Demand(caller, "kms:CreateAlias", key.Guarded);
        if (!_aliases.TryAdd(arn, key.Arn))
        {
            throw new AwsFault("AlreadyExistsException", $"An alias with the name {arn} already exists");
        }
    }

    public void UpdateAlias(Caller caller, string region, string alias, string keyId)
    {
        var arn = zone.Arn("kms", region, caller.Account, alias);
        zone.Authorizer.Demand(caller, "kms:UpdateAlias", arn);
        _aliases[arn] = Demand(caller, region, keyId).Arn;
    }

    public void DeleteAlias(Caller caller, string region, string alias)
    {
        var arn = zone.Arn("kms", region, caller.Account, alias);
        zone.Authorizer.Demand(caller, "kms:DeleteAlias", arn);
        _aliases.Remove(arn);
    }

    public void ScheduleDeletion(Caller caller, string region, string keyId)
    {
        if (Find(caller.Account, region, keyId) is { } key)
        {
            zone.Access.Demand(caller, "kms:ScheduleKeyDeletion", key.Guarded);
            key.State = "PendingDeletion";
        }
    }

    /// <summary>Whether a service may use a key for a caller; why not in AWS's words, or null.</summary>
    public string? UseDenial(Caller caller, string action, string keyArn, string service, params IEnumerable<(string Key, string? Value)> context)
    {
        if (_keys.GetValueOrDefault(keyArn) is not { } key)
        {
            return $"Key '{keyArn}' does not exist";
        }

        return key.State != "Enabled"
            ? $"{keyArn} is {(key.State == "Disabled" ? "disabled" : "pending deletion")}."
            : zone.Access.Denial(
                caller, action, key.Guarded, [("kms:ViaService", $"{service}.{key.Region}.amazonaws.com"), ("kms:CallerAccount", caller.Account.ToString()), .. context]);
    }

    private KeyState Demand(Caller caller, string region, string keyId) =>
        Find(caller.Account, region, keyId) ?? throw new AwsFault("NotFoundException", $"Key '{keyId}' does not exist");

    // https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html#prevent-unmanageable-key
    private void DemandPolicy(Caller caller, KeyState key, PolicyDocument policy)
    {
        ResourcePolicies.Demand(zone, policy, MalformedPolicy);
        if (zone.Access.Denial(caller, "kms:PutKeyPolicy", key.Guarded with { Policy = policy }) is not null)
        {
            throw new AwsFault(MalformedPolicy, "The new key policy will not allow you to update the key policy in the future.");
        }
    }
}
