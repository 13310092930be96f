namespace SonraiControlTower;

/// <summary>
/// The sandbox's landing zone, from the side of those who work in it: what no command of this module does, because at AWS others do it. It lets
/// scripts and tests make accounts, and break things on purpose.
/// </summary>
/// <remarks>Every method throws <see cref="SonraiException"/> with the problem where AWS would refuse.</remarks>
public interface ILandingZone
{
    /// <summary>Control Tower's Account Factory makes an account, enrolls it and puts it into a unit; its lifecycle events tell of it.</summary>
    /// <param name="name">The account's name.</param>
    /// <param name="email">Its address, which no other account has.</param>
    /// <param name="unit">The organizational unit, by id or by name.</param>
    OrgAccount CreateManagedAccount(string name, string email, string unit);

    /// <summary>Account Factory enrolls an account that there is, or updates it; UpdateManagedAccount tells of it.</summary>
    void UpdateManagedAccount(string accountId);

    /// <summary>Somebody switches a rule of EventBridge off.</summary>
    void DisableRule(string name);

    /// <summary>Somebody switches the rotation of a secret off.</summary>
    void DisableRotation(string secretId);

    /// <summary>Somebody puts a message into a queue, such as one for dead letters.</summary>
    void PutMessage(string queueUrl, string body);

    /// <summary>Somebody removes a role from an account.</summary>
    void RemoveRole(string accountId, string roleName);

    /// <summary>Somebody writes the policy of a bucket; null deletes it.</summary>
    void SetBucketPolicy(string bucket, string? json);
}
