using System.Globalization;
using System.Text.Json;

namespace SonraiControlTower;

/// <summary>
/// Rotates the API token, step by step as Secrets Manager asks. Each step may come twice, and after any crash; the version in use is never one
/// that Dig was not seen to accept. The old token is not removed: it is valid until it ends, for whoever read it a moment ago. Source:
/// <see href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_lambda-functions.html">Rotation by Lambda function</see>.
/// </summary>
internal sealed class RotationFunction(FunctionSettings settings, IFunctionHost host)
{
    private const string DefaultTokenName = "Control Tower Integration";

    /// <summary>Does one step.</summary>
    /// <exception cref="SonraiException">Whatever keeps the step from being done: Secrets Manager then tries the whole rotation again.</exception>
    public async Task<string> RunAsync(JsonElement payload, CancellationToken cancellationToken)
    {
        if (FunctionJson.Read(payload, FunctionJson.Default.RotationRequest) is not { Step: { } step, SecretId: { } secretId, ClientRequestToken: { } version })
        {
            throw new SonraiException(RotationProblems.RequestUnreadable("it lacks 'Step', 'SecretId' or 'ClientRequestToken'"));
        }

        var secrets = await host.Aws.OpenSecretsManagerAsync(host.Access, cancellationToken).ConfigureAwait(false);
        var outcome = await RunAsync(secrets, step, secretId, version, cancellationToken).ConfigureAwait(false);
        host.Log($"{step} of version {version}: {outcome}");
        return JsonSerializer.Serialize(new RotationAnswer(step, outcome), FunctionJson.Default.RotationAnswer);
    }

    private async Task<string> RunAsync(ISecretsManager secrets, string step, string secretId, string version, CancellationToken cancellationToken)
    {
        var secret = await secrets.DescribeAsync(secretId, cancellationToken).ConfigureAwait(false)
            ?? throw new SonraiException(SecretsManagerProblems.NotFound("DescribeSecret", $"it is '{secretId}'."));
        if (!secret.IsRotationEnabled)
        {
            throw new SonraiException(RotationProblems.NotEnabled(secret.Name));
        }

        if (!secret.VersionStages.TryGetValue(version, out var stages))
        {
            throw new SonraiException(RotationProblems.VersionUnfit(secret.Name, version, "the secret has none of that id"));
        }

        if (stages.Contains(SecretStage.Current))
        {
            // A step that comes again when all is done; AWSPENDING may have been left behind by a crash.
            await UnstageAsync(secrets, secret, version, cancellationToken).ConfigureAwait(false);
            return "The version is in use already.";
        }

        if (!stages.Contains(SecretStage.Pending))
        {
            throw new SonraiException(RotationProblems.VersionUnfit(secret.Name, version, $"it is not {SecretStage.Pending}"));
        }

        return step switch
        {
            RotationStep.Create => await CreateAsync(secrets, secret, version, cancellationToken).ConfigureAwait(false),
            RotationStep.Set => await SetAsync(secrets, secret, version, cancellationToken).ConfigureAwait(false),
            RotationStep.Test => await TestAsync(secrets, secret, version, cancellationToken).ConfigureAwait(false),
            RotationStep.Finish => await FinishAsync(secrets, secret, version, cancellationToken).ConfigureAwait(false),
            _ => throw new SonraiException(RotationProblems.RequestUnreadable($"there is no step '{step}'")),
        };
    }

    private async Task<string> CreateAsync(ISecretsManager secrets, SecretDescription secret, string version, CancellationToken cancellationToken)
    {
        if (await PendingAsync(secrets, secret, version, cancellationToken).ConfigureAwait(false) is not null)
        {
            return "The version has its token already.";
        }

        var current = TokenSecret.Read(
            secret.Name, await secrets.GetValueAsync(secret.Arn, SecretVersionChoice.Current, cancellationToken).ConfigureAwait(false));
        var interval = RotationInterval.Of(secret, settings);
        var asked = TimeSpan.FromDays(settings.Number(FunctionSettings.TokenLifetimeDays));
        RotationInterval.DemandLonger(asked, interval);

        var made = await MakeAsync(current.Token, asked, cancellationToken).ConfigureAwait(false);

        // The granted end counts, not the one that was asked for: a tenant may allow less.
        if (made.Token.ExpiresAt is { } end)
        {
            RotationInterval.DemandLonger(end - host.Clock.GetUtcNow(), interval);
        }

        return await PutAsync(secrets, secret, version, current.With(made.Secret, made.Token.ExpiresAt), cancellationToken).ConfigureAwait(false);
    }

    private async Task<NewToken> MakeAsync(ApiToken current, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        var dig = host.OpenDig(current, settings.DigAddress);
        using var opened = dig as IDisposable;
        var made = await dig.Tokens.CreateAsync(settings.Find(FunctionSettings.TokenName) ?? DefaultTokenName, lifetime, cancellationToken).ConfigureAwait(false);

        // Between here and the put a crash loses it: the next try makes another, and nobody has this one.
        host.Log($"Dig made the token '{made.Token.Name}'; should the secret not get it, it ends by itself {End(made.Token)}.");
        return made;
    }

    private static string End(SonraiToken token) =>
        token.ExpiresAt is { } at ? string.Create(CultureInfo.InvariantCulture, $"at {at.UtcDateTime:u}") : "in its time";

    private static async Task<string> PutAsync(
        ISecretsManager secrets, SecretDescription secret, string version, SecretText text, CancellationToken cancellationToken)
    {
        try
        {
            await secrets.PutValueAsync(secret.Arn, OperationId.Parse(version), text, [SecretStage.Pending], cancellationToken).ConfigureAwait(false);
            return "The version has its token now.";
        }
        catch (SonraiException exists) when (exists.Problem.Id == SecretsManagerProblems.ExistsId)
        {
            // Two calls of the same step at the same time: the one that came first has put its token.
            return "The version got its token from another call; the token that was made here ends by itself.";
        }
    }

    private static async Task<string> SetAsync(
        ISecretsManager secrets, SecretDescription secret, string version, CancellationToken cancellationToken)
    {
        TokenSecret.Read(secret.Name, await PendingAsync(secrets, secret, version, cancellationToken).ConfigureAwait(false));
        return "There is nothing to set: Dig made the token, and knows it.";
    }

    private async Task<string> TestAsync(ISecretsManager secrets, SecretDescription secret, string version, CancellationToken cancellationToken)
    {
        var pending = TokenSecret.Read(secret.Name, await PendingAsync(secrets, secret, version, cancellationToken).ConfigureAwait(false));
        var dig = host.OpenDig(pending.Token, settings.DigAddress);
        using var opened = dig as IDisposable;
        var verdict = await dig.Tokens.TestAsync(null, cancellationToken).ConfigureAwait(false);
        return verdict.IsValid
            ? "Dig accepts the token."
            : throw new SonraiException(RotationProblems.NewTokenRefused(verdict.Reason ?? verdict.Status));
    }

    private static async Task<string> FinishAsync(
        ISecretsManager secrets, SecretDescription secret, string version, CancellationToken cancellationToken)
    {
        TokenSecret.Read(secret.Name, await PendingAsync(secrets, secret, version, cancellationToken).ConfigureAwait(false));
        await secrets.MoveStageAsync(secret.Arn, SecretStage.Current, version, secret.VersionAt(SecretStage.Current), cancellationToken).ConfigureAwait(false);
        await UnstageAsync(secrets, secret, version, cancellationToken).ConfigureAwait(false);
        return "The version is in use.";
    }

    /// <summary>AWSPENDING is taken off a version that is in use: left there, as AWS's own template leaves it, it would look like a rotation that runs.</summary>
    private static async Task UnstageAsync(ISecretsManager secrets, SecretDescription secret, string version, CancellationToken cancellationToken)
    {
        if (secret.VersionStages[version].Contains(SecretStage.Pending))
        {
            await secrets.MoveStageAsync(secret.Arn, SecretStage.Pending, moveTo: null, version, cancellationToken).ConfigureAwait(false);
        }
    }

    private static Task<SecretVersion?> PendingAsync(
        ISecretsManager secrets, SecretDescription secret, string version, CancellationToken cancellationToken) =>
        secrets.GetValueAsync(secret.Arn, new SecretVersionChoice(version, SecretStage.Pending), cancellationToken);
}
