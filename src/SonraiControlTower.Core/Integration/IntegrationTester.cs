using System.Runtime.CompilerServices;

namespace SonraiControlTower;

/// <summary>Looks at everything of the integration that must be so for it to work, and says of each how it is. It changes nothing.</summary>
public sealed class IntegrationTester(IAws aws, IDig dig, AwsAccess access, TimeProvider clock)
{
    private static readonly ICheck[] _checks =
    [
        new StackCheck(),
        new FunctionCheck("Setup function", stack => stack.SetupFunction),
        new FunctionCheck("RotateCredentials function", stack => stack.RotateCredentialsFunction),
        new RoleCheck(),
        new RegistrationCheck(),
        new RotationCheck(),
        new TokenCheck(),
        new RuleCheck("Lifecycle rule", stack => stack.LifecycleRule, stack => QueueCheck.NameOf(stack.EventQueueUrl)),
        new RuleCheck("Organization rule", stack => stack.OrganizationRule, stack => QueueCheck.NameOf(stack.EventQueueUrl)),
        new RuleCheck("Reconcile schedule", stack => stack.ReconcileRule, stack => stack.SetupFunction),
        new QueueCheck(),
        new DeadLetterCheck(),
        new TrailCheck(),
        new IngestionCheck(),
    ];

    /// <summary>How many things are looked at.</summary>
    public static int Count => _checks.Length;

    /// <summary>Looks, and gives each as it is known. What cannot be looked at has failed, with AWS's words as evidence.</summary>
    public async IAsyncEnumerable<IntegrationCheck> TestAsync(SonraiIntegration integration, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(integration);
        var looked = new CheckedIntegration(aws, dig, access with { Region = integration.Region }, integration, clock);
        foreach (var check in _checks)
        {
            yield return await LookAsync(check, looked, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<IntegrationCheck> LookAsync(ICheck check, CheckedIntegration integration, CancellationToken cancellationToken)
    {
        try
        {
            return await check.LookAsync(integration, cancellationToken).ConfigureAwait(false);
        }
        catch (SonraiException refused)
        {
            return IntegrationCheck.Fail(check.Name, refused.Problem.Message, refused.Problem.Remedy);
        }
    }
}
