namespace SonraiControlTower;

/// <summary>
/// A key of KMS (<see href="https://docs.aws.amazon.com/kms/latest/APIReference/API_KeyMetadata.html">KeyMetadata</see>).
/// </summary>
/// <param name="Arn"><c>arn:PARTITION:kms:REGION:ACCOUNT:key/UUID</c>.</param>
/// <param name="State">Such as Enabled, Disabled or PendingDeletion.</param>
/// <param name="Manager">AWS for a key whose policy nobody can change, CUSTOMER for one's own.</param>
public sealed record KmsKey(string Arn, string State, string Manager)
{
    /// <summary>True if it can be used.</summary>
    public bool IsEnabled => State == "Enabled";

    /// <summary>True if its policy can be changed.</summary>
    public bool IsCustomerManaged => Manager == "CUSTOMER";

    /// <summary>The twelve digits of the account that has it.</summary>
    public string AccountId => Arn.Split(':') is [_, _, _, _, var account, ..] ? account : string.Empty;
}
