namespace SonraiControlTower.Engine;

/// <summary>
/// The policies that were given when the session was made: it has what these and the identity's policies have in common
/// (<see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#policies_session">session policies</see>).
/// </summary>
internal sealed class SessionLayer : IPolicyLayer
{
    public string NameFor(in AccessRequest request) => PolicyLayer.SessionPolicy;

    public LayerAnswer Ask(in AccessRequest request, PolicySet policies)
    {
        if (policies.Session is not { } session || !request.Caller.HasIdentity)
        {
            return LayerAnswer.Open;
        }

        var answer = default(LayerAnswer);
        answer.Ask(session, request);
        return answer;
    }

    public IEnumerable<HeldPolicy> Policies(PolicySet policies) => policies.Session ?? [];
}
