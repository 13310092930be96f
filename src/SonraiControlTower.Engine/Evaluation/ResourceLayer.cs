namespace SonraiControlTower.Engine;

/// <summary>
/// The policy of the resource, a role's trust policy included. Whom it names decides what else must allow
/// (<see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics.html">source</see>).
/// </summary>
internal sealed class ResourceLayer : IPolicyLayer
{
    public string NameFor(in AccessRequest request) => IsTrust(request) ? PolicyLayer.TrustPolicy : PolicyLayer.ResourcePolicy;

    public LayerAnswer Ask(in AccessRequest request, PolicySet policies)
    {
        var answer = default(LayerAnswer);
        if (policies.Resource is not { } held)
        {
            return answer;
        }

        var statements = held.Policy.Compiled;
        var best = Naming.No;
        for (var i = 0; i < statements.Length; i++)
        {
            var statement = statements[i];
            var applies = statement.MatchesPrincipal(request.Caller, policies.Boundary is not null, out var naming);
            applies = applies is Truth.False ? Truth.False : applies.And(statement.Applies(request));
            if (applies is Truth.False)
            {
                continue;
            }

            if (!statement.Source.IsAllow)
            {
                if (applies > answer.Deny)
                {
                    answer.Deny = applies;
                    answer.DeniedBy = new Finding(held, statement);
                }

                if (applies is Truth.True)
                {
                    break;
                }

                continue;
            }

            switch (naming)
            {
                case Naming.Account:
                    answer.AllowsAccount = answer.AllowsAccount.Or(applies);
                    break;
                case Naming.Role:
                    answer.AllowsRole = answer.AllowsRole.Or(applies);
                    break;
                default:
                    answer.AllowsItself = answer.AllowsItself.Or(applies);
                    break;
            }

            if (applies > answer.Allow || (applies == answer.Allow && naming > best))
            {
                answer.Allow = applies;
                answer.AllowedBy = new Finding(held, statement);
                best = naming;
            }
        }

        return answer;
    }

    public IEnumerable<HeldPolicy> Policies(PolicySet policies) => policies.Resource is { } resource ? [resource] : [];

    /// <summary>A role's policy says who may become it.</summary>
    public static bool IsTrust(in AccessRequest request) =>
        request.Action.StartsWith("sts:", StringComparison.Ordinal) && request.Resource.Contains(":iam::", StringComparison.Ordinal);

    /// <summary>
    /// Whether nothing is allowed that the resource's policy does not let in, not even in its own account: KMS keys and roles
    /// (<see href="https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html">key policies</see>,
    /// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html">role trust</see>).
    /// </summary>
    public static bool IsGate(in AccessRequest request, PolicySet policies) =>
        policies.Resource is not null
        && (IsTrust(request) || (request.Action.StartsWith("kms:", StringComparison.Ordinal) && request.Resource.Contains(":kms:", StringComparison.Ordinal)));
}
