namespace SonraiControlTower;

/// <summary>What can be wrong with what is told of identities.</summary>
public static class IdentityProblems
{
    /// <summary>Neither a file nor a folder is there.</summary>
    public static Problem NotFound(string path) => new(
        "IdentityPathNotFound",
        $"There is no file or folder '{path}'.",
        "Give a file that 'aws iam get-account-authorization-details' wrote, or a folder of such files.",
        ProblemKind.NotFound)
    { Target = path };

    /// <summary>A file is not what it should be.</summary>
    public static Problem Unreadable(string name, string why) => new(
        "IdentityFileUnreadable",
        $"'{name}' cannot be read: {why}",
        "Write it again with 'aws iam get-account-authorization-details --output json'.",
        ProblemKind.InvalidInput)
    { Target = name };

    /// <summary>A file holds something else.</summary>
    public static Problem Foreign(string name) => new(
        "IdentityFileForeign",
        $"'{name}' is neither the output of 'aws iam get-account-authorization-details' nor a file of an organization's policies.",
        "Give files that 'aws iam get-account-authorization-details --output json' writes.",
        ProblemKind.InvalidInput)
    { Target = name };

    /// <summary>The role through which an account was to be read was not given.</summary>
    public static Problem NotEntered(AccountId account, string role, string why) => new(
        "IdentityAccountNotEntered",
        $"The identities of account '{account}' cannot be read, since the role '{role}' was not given: {why}",
        "See with Test-SonraiAccount what stands in the way, or name with -RoleName a role that these credentials may assume.",
        ProblemKind.NotAllowed)
    { Target = account.ToString() };

    /// <summary>A policy's document is not in IAM's language.</summary>
    public static Problem PolicyMalformed(string policy, string why) => new(
        "PolicyMalformed",
        $"The policy '{policy}' cannot be understood: {why}",
        "It counts as a policy that says nothing. See it with IAM, and correct it there.",
        ProblemKind.InvalidInput)
    { Target = policy };

    /// <summary>A policy that a command works with, given or of IAM, is not in IAM's language.</summary>
    public static Problem GivenPolicyMalformed(string policy, string why) => new(
        "PolicyMalformed",
        $"The policy '{policy}' cannot be understood: {why}",
        "Correct the document where it is kept, and run the command again.",
        ProblemKind.InvalidInput)
    { Target = policy };

    /// <summary>A policy cannot be divided into documents that are short enough.</summary>
    public static Problem PolicyTooLong(int length, int longest) => new(
        "PolicyTooLong",
        $"A statement of the policy has {length} characters and cannot be divided, and IAM takes {longest}.",
        "Divide the statement by hand: shorten its conditions, or give its resources as patterns.",
        ProblemKind.InvalidInput);

    /// <summary>An identity has a policy that nothing is told of.</summary>
    public static Problem PolicyMissing(string policy, string holder) => new(
        "PolicyMissing",
        $"Nothing tells what the policy '{policy}' says, which '{holder}' has.",
        "It counts as a policy that says nothing. Leave --filter away when you write the file, or import what was written with each filter together, as one folder.",
        ProblemKind.InvalidInput)
    { Target = policy };

    /// <summary>A user is in a group that nothing is told of.</summary>
    public static Problem GroupMissing(string group, string user) => new(
        "GroupMissing",
        $"Nothing is told of the group '{group}', which '{user}' is in.",
        "The group's policies are not counted. Leave --filter away when you write the file, or import what was written with each filter together, as one folder.",
        ProblemKind.InvalidInput)
    { Target = group };

    /// <summary>A principal is asked for that no import has brought.</summary>
    public static Problem PrincipalNotFound(string principal) => new(
        "PrincipalNotFound",
        $"There is no user or role '{principal}' among the identities that were imported.",
        "Import its account with Import-SonraiIdentity, or correct the name; an ARN, a name or a pattern will do.",
        ProblemKind.NotFound)
    { Target = principal };

    /// <summary>A policy of a resource is given, and no resource.</summary>
    public static Problem ResourceMissing() => new(
        "ResourceMissing",
        "A policy of a resource says nothing without the resource that has it.",
        "Give the resource's ARN, too.",
        ProblemKind.InvalidInput);
}
