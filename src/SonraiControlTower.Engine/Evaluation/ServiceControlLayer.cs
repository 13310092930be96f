namespace SonraiControlTower.Engine;

/// <summary>
/// Service control policies: every level from the root to the account must allow. They do not touch service-linked roles, nor who is no principal of
/// the organization; the management account has no levels here
/// (<see href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html">SCPs</see>).
/// </summary>
internal sealed class ServiceControlLayer : IPolicyLayer
{
    public string NameFor(in AccessRequest request) => PolicyLayer.ServiceControlPolicy;

    public LayerAnswer Ask(in AccessRequest request, PolicySet policies)
    {
        var answer = LayerAnswer.Open;
        if (!request.Caller.HasIdentity || request.Caller.IsServiceLinked)
        {
            return answer;
        }

        for (var i = 0; i < policies.ServiceControl.Count; i++)
        {
            var level = default(LayerAnswer);
            level.Ask(policies.ServiceControl[i], request);
            if (level.Deny > answer.Deny)
            {
                answer.Deny = level.Deny;
                answer.DeniedBy = level.DeniedBy;
                if (level.Deny is Truth.True)
                {
                    break;
                }
            }

            if (level.Allow < answer.Allow)
            {
                answer.Allow = level.Allow;
                answer.AllowedBy = level.AllowedBy;
            }
        }

        return answer;
    }

    public IEnumerable<HeldPolicy> Policies(PolicySet policies) => policies.ServiceControl.SelectMany(level => level);
}
