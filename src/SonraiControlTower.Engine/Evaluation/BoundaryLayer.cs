namespace SonraiControlTower.Engine;

/// <summary>
/// The permissions boundary: it allows nothing by itself, and what it does not allow the identity's policies cannot
/// (<see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html">permissions boundaries</see>).
/// </summary>
internal sealed class BoundaryLayer : IPolicyLayer
{
    public string NameFor(in AccessRequest request) => PolicyLayer.PermissionsBoundary;

    public LayerAnswer Ask(in AccessRequest request, PolicySet policies)
    {
        if (policies.Boundary is not { } boundary || !request.Caller.HasIdentity || request.Caller.Kind is CallerKind.Root)
        {
            return LayerAnswer.Open;
        }

        var answer = default(LayerAnswer);
        answer.Ask(boundary, request);
        return answer;
    }

    public IEnumerable<HeldPolicy> Policies(PolicySet policies) => policies.Boundary is { } boundary ? [boundary] : [];
}
