using System.Collections.Frozen;
using System.Runtime.CompilerServices;

namespace SonraiControlTower.Engine;

/// <summary>What AWS allows or refuses whatever policies say.</summary>
internal static class ServiceRules
{
    private const string CallerIdentity = "sts:getcalleridentity";
    private const string SessionToken = "sts:getsessiontoken";

    private static readonly FrozenSet<string> _changesOfPolicies = FrozenSet.Create(
        StringComparer.Ordinal,
        "iam:createpolicy", "iam:createpolicyversion", "iam:deletepolicy", "iam:deletepolicyversion", "iam:setdefaultpolicyversion", "iam:tagpolicy", "iam:untagpolicy");

    private static readonly FrozenSet<string> _changesOfRoles = FrozenSet.Create(
        StringComparer.Ordinal,
        "iam:attachrolepolicy", "iam:deleterole", "iam:deleterolepermissionsboundary", "iam:deleterolepolicy", "iam:detachrolepolicy",
        "iam:putrolepermissionsboundary", "iam:putrolepolicy", "iam:updateassumerolepolicy");

    private static readonly FrozenSet<string> _changesOfReservedRoles =
        _changesOfRoles.Concat(["iam:tagrole", "iam:untagrole", "iam:updaterole", "iam:updateroledescription"]).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> _changesOfAliases = FrozenSet.Create(StringComparer.Ordinal, "kms:createalias", "kms:deletealias", "kms:updatealias");

    private static readonly ConditionalWeakTable<ActionCatalog, ActionSet> _ofRoles = [];
    private static readonly ConditionalWeakTable<ActionCatalog, ActionSet> _ofUsers = [];

    /// <summary>A sentence that says why policies have no say in a request, and whether it is allowed; null where they have.</summary>
    public static (bool IsAllowed, string Reason)? Of(in AccessRequest request) =>
        IsFree(request.Caller, request.Action) ? (true, ReasonOfFree(request.ActionName))
        : Refusal(request) is { } reason ? (false, reason)
        : null;

    /// <summary>
    /// The actions that a caller with an identity needs no permission for: not even a Deny takes them away. Shared: copy the set before you change it. Sources:
    /// <see href="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html">GetCallerIdentity</see>, and of users
    /// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_getsessiontoken.html">GetSessionToken</see>.
    /// </summary>
    public static ActionSet FreeOf(Caller caller, ActionCatalog catalog) => IsUser(caller)
        ? _ofUsers.GetValue(catalog, static catalog => Set(catalog, CallerIdentity, SessionToken))
        : _ofRoles.GetValue(catalog, static catalog => Set(catalog, CallerIdentity));

    /// <summary>Why an action that needs no permission is allowed.</summary>
    public static string ReasonOfFree(string action) => $"AWS requires no permission for {action}: no policy allows it or denies it.";

    private static bool IsFree(Caller caller, string action) => action switch
    {
        CallerIdentity => caller.HasIdentity,
        SessionToken => IsUser(caller),
        _ => false,
    };

    /// <summary>
    /// Why AWS lets nobody but its own services do it; null where it does. Sources:
    /// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html#aws-managed-policies">policies of AWS</see>,
    /// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html">service-linked roles</see>,
    /// <see href="https://docs.aws.amazon.com/singlesignon/latest/userguide/identity-center-and-iam-roles.html">roles of permission sets</see>,
    /// <see href="https://docs.aws.amazon.com/kms/latest/developerguide/alias-create.html">aliases</see>.
    /// </summary>
    private static string? Refusal(in AccessRequest request)
    {
        var (action, resource) = (request.Action, request.Resource);
        if (request.Caller.Kind is CallerKind.Service || request.Caller.IsServiceLinked)
        {
            return null;
        }

        return Is(resource, ":iam::aws:policy/") && _changesOfPolicies.Contains(action) ? "A managed policy of AWS is changed by AWS alone."
            : Is(resource, ":role/aws-reserved/") && _changesOfReservedRoles.Contains(action) ? "A role under /aws-reserved/ is changed by the AWS service that made it alone."
            : Is(resource, ":role/aws-service-role/") && _changesOfRoles.Contains(action) ? "A service-linked role is changed by its AWS service alone."
            : Is(resource, ":alias/aws/") && _changesOfAliases.Contains(action) ? "An alias under alias/aws/ is AWS's own."
            : null;
    }

    private static bool Is(string resource, string part) => resource.Contains(part, StringComparison.Ordinal);

    private static bool IsUser(Caller caller) => caller.Kind is CallerKind.User or CallerKind.Root;

    private static ActionSet Set(ActionCatalog catalog, params ReadOnlySpan<string> names)
    {
        var actions = new ActionSet(catalog.Count);
        foreach (var name in names)
        {
            actions.UnionWith(catalog.Matching(name));
        }

        return actions;
    }
}
