namespace SonraiControlTower;

/// <summary>A user, role or group as IAM has it at this moment.</summary>
internal sealed record LiveIdentity
{
    public required string Arn { get; init; }

    /// <summary>The policies attached to it, in IAM's order.</summary>
    public required IReadOnlyList<LivePolicy> Attached { get; init; }

    /// <summary>The policies embedded in it, in IAM's order.</summary>
    public required IReadOnlyList<InlinePolicy> Inline { get; init; }

    /// <summary>What bounds it; null for nothing.</summary>
    public LivePolicy? Boundary { get; init; }

    /// <summary>The role that it is; null for a user or group.</summary>
    public IamRole? Role { get; init; }

    /// <summary>The user that it is; null for a role or group.</summary>
    public IamUser? User { get; init; }

    public IamIdentity Identity => IamArn.IdentityOf(Arn);

    public AccountId Account => IamArn.AccountOf(Arn);

    /// <summary>Everything that a plan rests on, in one word.</summary>
    public string Fingerprint => PolicyJson.Digest(string.Join(
        '\n',
        Attached.Select(policy => $"{policy.Policy.Arn} {policy.Document}")
            .Concat(Inline.Select(policy => $"{policy.Name} {policy.Document}"))
            .Order(StringComparer.Ordinal)
            .Append($"{Boundary?.Policy.Arn} {Boundary?.Document}")
            .Append(Role?.TrustPolicy.Json)));

    /// <summary>What it has, for a rehearsal.</summary>
    public PolicyCollection Collection => new(
        [
            .. Inline.Select(policy => new PolicyText(policy.Name, null, policy.Document.Json)),
            .. Attached.Select(policy => new PolicyText(policy.Policy.Name, policy.Policy.Arn, policy.Document)),
        ],
        Boundary?.Document);
}

/// <summary>A managed policy with what it says.</summary>
internal sealed record LivePolicy(ManagedPolicy Policy, string Document);
