namespace SonraiControlTower.Sandbox;

/// <summary>A customer managed key.</summary>
internal sealed class KeyState(string arn, AccountId account, PolicyDocument policy)
{
    public string Arn => arn;

    public string Id => arn[(arn.LastIndexOf('/') + 1)..];

    public string Region => arn.Split(':')[3];

    public AccountId Account => account;

    public PolicyDocument Policy { get; set; } = policy;

    public string State { get; set; } = "Enabled";

    public Guarded Guarded => new(arn, account, Policy, IsKey: true);

    public KmsKey ToKmsKey() => new(arn, State, "CUSTOMER");
}
