using System.Collections.Frozen;

namespace SonraiControlTower.Engine;

/// <summary>Who makes a request, and what AWS tells of it in the keys of every request. Made once, used for all its requests.</summary>
internal sealed class Caller
{
    private const string TagPrefix = "aws:PrincipalTag/";

    private static readonly FrozenSet<string> _ofServices =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "aws:PrincipalServiceName", "aws:PrincipalServiceNamesList");

    private static readonly FrozenSet<string> _ofIdentities =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "aws:PrincipalArn", "aws:PrincipalAccount", "aws:PrincipalOrgID", "aws:PrincipalOrgPaths");

    private readonly Dictionary<string, IReadOnlyList<string>> _known;

    private Caller(CallerKind kind, string arn, string? sessionArn, AccountId? account, IEnumerable<(string Key, IReadOnlyList<string> Values)> known)
    {
        Kind = kind;
        Arn = arn;
        SessionArn = sessionArn;
        Account = account;
        AccountText = account?.ToString() ?? "";
        _known = known.ToDictionary(pair => pair.Key, pair => pair.Values, StringComparer.OrdinalIgnoreCase);
    }

    public static Caller Anonymous { get; } = new(CallerKind.Anonymous, "*", null, null, [("aws:PrincipalIsAWSService", ["false"])]);

    public CallerKind Kind { get; }

    /// <summary>The user, the role (also of its sessions) or the account's root; the name of a service; the ARN or name of an identity provider.</summary>
    public string Arn { get; }

    /// <summary><c>arn:aws:sts::ACCOUNT:assumed-role/ROLE/SESSION</c>, or <c>…:federated-user/NAME</c>; null where there is no session, or it is not known.</summary>
    public string? SessionArn { get; }

    /// <summary>Null for services, identity providers and anonymous requests.</summary>
    public AccountId? Account { get; }

    /// <summary>Its twelve digits, or nothing.</summary>
    public string AccountText { get; }

    /// <summary>SCPs and RCPs do not touch roles of AWS's services.</summary>
    public bool IsServiceLinked { get; private init; }

    /// <summary>Whether it has policies of its own; services, identity providers and anonymous requests have none.</summary>
    public bool HasIdentity => Account is not null;

    /// <summary>A user, or a role whose session's name is not known.</summary>
    /// <param name="principal">The user or role.</param>
    /// <param name="organization">What is known of its organization; null for nothing.</param>
    public static Caller Of(Principal principal, OrganizationPolicies? organization = null)
    {
        ArgumentNullException.ThrowIfNull(principal);
        var isUser = principal.Kind is IamKind.User;
        var known = Common(principal.Arn, principal.Account, isUser ? "User" : "AssumedRole");
        known.AddRange(principal.Tags.Select(tag => (TagPrefix + tag.Key, (IReadOnlyList<string>)[tag.Value])));
        if (isUser)
        {
            known.Add(("aws:username", [principal.Name]));
        }

        if (isUser && principal.Id is { } id)
        {
            known.Add(("aws:userid", [id]));
        }

        if (organization is not null && IsIn(organization, principal.Account))
        {
            known.Add(("aws:PrincipalOrgID", [organization.OrganizationId]));
        }

        return new Caller(isUser ? CallerKind.User : CallerKind.Role, principal.Arn, null, principal.Account, known)
        {
            IsServiceLinked = principal.IsServiceLinked,
        };
    }

    /// <summary>
    /// A caller by ARN: of a user, a role, a session of either, or an account's root, or an account id for its root; the name of a service such as
    /// <c>ec2.amazonaws.com</c>; <c>*</c> for nobody in particular; anything else is an identity provider.
    /// </summary>
    /// <param name="text">Which.</param>
    /// <param name="rolePath">The path of an assumed role, which the ARN of a session does not tell.</param>
    public static Caller Parse(string text, string rolePath = "/")
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text is "*")
        {
            return Anonymous;
        }

        if (AccountId.TryParse(text, out var bare))
        {
            return Root($"arn:aws:iam::{bare}:root", bare);
        }

        if (text.Split(':', 6) is ["arn", var partition, var service, "", var number, var resource] && AccountId.TryParse(number, out var account))
        {
            switch (service, resource.Split('/'))
            {
                case ("iam", ["root"]):
                    return Root(text, account);
                case ("iam", ["user", .., var name]):
                    return new Caller(CallerKind.User, text, null, account, [.. Common(text, account, "User"), ("aws:username", [name])]);
                case ("iam", ["role", "aws-service-role", ..]):
                    return new Caller(CallerKind.Role, text, null, account, Common(text, account, "AssumedRole")) { IsServiceLinked = true };
                case ("iam", ["role", ..]):
                    return new Caller(CallerKind.Role, text, null, account, Common(text, account, "AssumedRole"));
                case ("sts", ["assumed-role", var role, _]):
                    var roleArn = $"arn:{partition}:iam::{account}:role{rolePath}{role}";
                    return new Caller(CallerKind.Role, roleArn, text, account, Common(roleArn, account, "AssumedRole"))
                    {
                        IsServiceLinked = rolePath.StartsWith("/aws-service-role/", StringComparison.Ordinal),
                    };
                case ("sts", ["federated-user", var name]):
                    return new Caller(
                        CallerKind.FederatedUser, $"arn:{partition}:iam::{account}:user/{name}", text, account, Common(text, account, "FederatedUser"));
            }
        }

        return text.EndsWith(".amazonaws.com", StringComparison.Ordinal) || text.EndsWith(".amazonaws.com.cn", StringComparison.Ordinal)
            ? new Caller(CallerKind.Service, text, null, null, [("aws:PrincipalIsAWSService", ["true"]), ("aws:PrincipalServiceName", [text])])
            : new Caller(CallerKind.Federated, text, null, null, [("aws:PrincipalIsAWSService", ["false"]), ("aws:FederatedProvider", [text])]);
    }

    /// <summary>The values of a key that every request of this caller has, or that none has.</summary>
    public Truth Find(string key, out IReadOnlyList<string> values)
    {
        if (_known.TryGetValue(key, out values!))
        {
            return Truth.True;
        }

        values = [];
        return IsNeverGiven(key) ? Truth.False : Truth.Unknown;
    }

    /// <summary>Keys that AWS gives with other kinds of callers only. Tags that a session brings are taken to be none unless the request tells them.</summary>
    private bool IsNeverGiven(string key) =>
        key.StartsWith(TagPrefix, StringComparison.OrdinalIgnoreCase)
        || (HasIdentity && _ofServices.Contains(key))
        || (!HasIdentity && _ofIdentities.Contains(key))
        || (Kind is not CallerKind.User && key.Equals("aws:username", StringComparison.OrdinalIgnoreCase));

    private static Caller Root(string arn, AccountId account) => new(CallerKind.Root, arn, null, account, Common(arn, account, "Account"));

    private static List<(string Key, IReadOnlyList<string> Values)> Common(string arn, AccountId account, string type) =>
    [
        ("aws:PrincipalArn", [arn]), ("aws:PrincipalAccount", [account.ToString()]), ("aws:PrincipalType", [type]), ("aws:PrincipalIsAWSService", ["false"]),
    ];

    private static bool IsIn(OrganizationPolicies organization, AccountId account) =>
        organization.ManagementAccount == account || organization.Parents.ContainsKey(account.ToString());
}

/// <summary>Kinds of callers; what a resource's policy grants to each, IAM treats differently.</summary>
internal enum CallerKind
{
    User,

    /// <summary>A session of a role.</summary>
    Role,

    /// <summary>A session of GetFederationToken.</summary>
    FederatedUser,
    Root,

    /// <summary>An AWS service as itself.</summary>
    Service,

    /// <summary>Who comes with a token of an identity provider and has no role yet.</summary>
    Federated,
    Anonymous,
}
