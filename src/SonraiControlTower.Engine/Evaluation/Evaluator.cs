using System.Runtime.CompilerServices;

namespace SonraiControlTower.Engine;

/// <summary>
/// Decides on one request as IAM does. Source:
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">policy evaluation logic</see>.
/// </summary>
internal static class Evaluator
{
    private const int ResourceControl = 0;
    private const int ServiceControl = 1;
    private const int Resource = 2;
    private const int Identity = 3;
    private const int Boundary = 4;
    private const int Session = 5;

    /// <summary>In AWS's order, which decides whose Deny is told where several do.</summary>
    public static IReadOnlyList<IPolicyLayer> Layers => _layers;

    private static readonly IPolicyLayer[] _layers =
    [
        new ResourceControlLayer(), new ServiceControlLayer(), new ResourceLayer(), new IdentityLayer(), new BoundaryLayer(), new SessionLayer(),
    ];

    /// <summary>Decides. Nothing is allocated but for variables in patterns.</summary>
    public static Decision Decide(in AccessRequest request, PolicySet policies)
    {
        ArgumentNullException.ThrowIfNull(policies);
        var rule = ServiceRules.Of(request);
        if (rule is { IsAllowed: true })
        {
            return new Decision(PermissionDecision.Allowed, PolicyLayer.None, null, null);
        }

        var answers = default(Answers);
        var maybeDenied = -1;
        for (var i = 0; i < Answers.Count; i++)
        {
            answers[i] = _layers[i].Ask(request, policies);
            if (answers[i].Deny is Truth.True)
            {
                return Found(PermissionDecision.ExplicitlyDenied, i, answers[i].DeniedBy, request);
            }

            if (answers[i].Deny is Truth.Unknown && maybeDenied < 0)
            {
                maybeDenied = i;
            }
        }

        if (rule is not null)
        {
            return new Decision(PermissionDecision.ImplicitlyDenied, PolicyLayer.None, null, null);
        }

        var allowed = answers[ServiceControl].Allow.And(Inner(answers, request, policies, out var decisive));
        if (answers[ServiceControl].Allow < Truth.True && answers[ServiceControl].Allow <= allowed)
        {
            decisive = ServiceControl;
        }

        return allowed switch
        {
            Truth.False => Found(PermissionDecision.ImplicitlyDenied, decisive, default, request),
            Truth.True when maybeDenied < 0 => Found(PermissionDecision.Allowed, decisive, answers[decisive].AllowedBy, request),
            _ when maybeDenied >= 0 => Found(PermissionDecision.Conditional, maybeDenied, answers[maybeDenied].DeniedBy, request),
            _ => Found(PermissionDecision.Conditional, decisive, answers[decisive].AllowedBy, request),
        };
    }

    /// <summary>What the policies below the organization's say together.</summary>
    /// <param name="answers">What each says.</param>
    /// <param name="request">The request.</param>
    /// <param name="policies">All policies.</param>
    /// <param name="decisive">The layer that allows, or the first that does not.</param>
    private static Truth Inner(in Answers answers, in AccessRequest request, PolicySet policies, out int decisive)
    {
        ref readonly var resource = ref answers[Resource];
        if (!request.Caller.HasIdentity)
        {
            decisive = Resource;
            return resource.Allow;
        }

        var limits = answers[Boundary].Allow.And(answers[Session].Allow);
        var own = answers[Identity].Allow.And(limits);
        if (request.Owner != request.Caller.Account)
        {
            // Across accounts both sides must allow: the caller's account, and the resource's.
            decisive = own < Truth.True ? Weakest(answers) : resource.Allow < Truth.True ? Resource : Identity;
            return own.And(resource.Allow);
        }

        var isGate = ResourceLayer.IsGate(request, policies);
        var byIdentity = isGate ? own.And(resource.AllowsAccount) : own;
        var byResource = resource.AllowsItself.Or(resource.AllowsRole.And(limits));
        if (byResource > byIdentity)
        {
            decisive = Resource;
            return byResource;
        }

        // A role that the resource's policy names lacks no identity policy: what stops it is one of the limits.
        decisive = byIdentity is Truth.True ? Identity
            : isGate && resource.Allow is Truth.False ? Resource
            : resource.AllowsRole > Truth.False && limits is Truth.False ? Limit(answers)
            : isGate && own > resource.AllowsAccount ? Resource
            : Weakest(answers);
        return byIdentity;
    }

    /// <summary>The first of the caller's own layers that allows least.</summary>
    private static int Weakest(in Answers answers) =>
        answers[Identity].Allow <= answers[Boundary].Allow.And(answers[Session].Allow) ? Identity : Limit(answers);

    private static int Limit(in Answers answers) => answers[Boundary].Allow <= answers[Session].Allow ? Boundary : Session;

    private static Decision Found(string outcome, int layer, Finding finding, in AccessRequest request) =>
        new(outcome, _layers[layer].NameFor(request), finding.Policy, finding.Statement?.Source);

    [InlineArray(Count)]
    private struct Answers
    {
        public const int Count = 6;
        private LayerAnswer _first;
    }
}
