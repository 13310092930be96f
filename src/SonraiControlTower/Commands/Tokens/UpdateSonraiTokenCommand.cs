using System.Management.Automation;
using SonraiControlTower.Binding;

namespace SonraiControlTower.Commands;

/// <summary>Puts a new API token into a secret now: by the secret's own rotation, or step by step from here.</summary>
[Cmdlet(VerbsData.Update, "SonraiToken", SupportsShouldProcess = true)]
[OutputType(typeof(TokenRotationResult))]
public sealed class UpdateSonraiTokenCommand : IntegrationCmdlet
{
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("SecretArn")]
    [ValidateNotNullOrEmpty]
    public string? SecretId { get; set; }

    [Parameter]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = "Control Tower Integration";

    [Parameter]
    [LifetimeTransformation]
    public TimeSpan ExpiresIn { get; set; } = TimeSpan.FromDays(30);

    [Parameter]
    public SwitchParameter ByHand { get; set; }

    [Parameter]
    public SwitchParameter NoWait { get; set; }

    [Parameter]
    [ValidateRange(1, 3600)]
    public int TimeoutSec { get; set; } = 300;

    protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        var access = SettledAccess;
        var secret = SecretId ?? (await ReadAsync(cancellationToken)).SecretArn
            ?? throw new SonraiException(SecretsManagerProblems.NotFound("DescribeSecret", $"the stack '{StackName}' names no secret."));
        if (!ShouldProcess(secret, ByHand ? "Put a new API token into the secret, step by step from here" : "Rotate the secret now"))
        {
            return;
        }

        var rotation = new TokenRotation(await Session.Aws.OpenSecretsManagerAsync(access, cancellationToken), Session.AwsClock);
        WriteObject(ByHand
            ? await rotation.ReplaceAsync(secret, Session.Dig, Name, ExpiresIn, cancellationToken)
            : await rotation.RotateAsync(secret, NoWait ? TimeSpan.Zero : TimeSpan.FromSeconds(TimeoutSec), cancellationToken));
    }
}
