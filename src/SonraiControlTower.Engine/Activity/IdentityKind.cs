namespace SonraiControlTower.Engine;

/// <summary>
/// The kinds of <c>userIdentity</c> that are users and roles of IAM
/// (<see href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html"/>).
/// </summary>
internal enum IdentityKind
{
    /// <summary>An AWS service on its own account, another account, somebody unknown: no principal whose policies could be made smaller.</summary>
    None,

    User,
    Role,
    Root,
    FederatedUser,
}
