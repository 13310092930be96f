namespace SonraiControlTower.Engine;

/// <summary>
/// Resource control policies, over the account that has the resource. RCPFullAWSAccess hangs everywhere and cannot be taken away, and no other may
/// allow: so they only ever deny. They do not touch service-linked roles, nor services that are not in the list; the management account has no levels here
/// (<see href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html">RCPs</see>).
/// </summary>
internal sealed class ResourceControlLayer : IPolicyLayer
{
    public string NameFor(in AccessRequest request) => PolicyLayer.ResourceControlPolicy;

    public LayerAnswer Ask(in AccessRequest request, PolicySet policies)
    {
        var answer = LayerAnswer.Open;
        if (policies.ResourceControl.Count == 0 || request.Caller.IsServiceLinked || !RcpServices.Supports(request.Action))
        {
            return answer;
        }

        for (var i = 0; i < policies.ResourceControl.Count && answer.Deny is not Truth.True; i++)
        {
            answer.Ask(policies.ResourceControl[i], request);
        }

        return answer;
    }

    public IEnumerable<HeldPolicy> Policies(PolicySet policies) => policies.ResourceControl.SelectMany(level => level);
}
