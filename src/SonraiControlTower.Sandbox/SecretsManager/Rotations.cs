using System.Text.Json.Nodes;

namespace SonraiControlTower.Sandbox;

/// <summary>
/// The rotation of secrets: four calls of a function for each, on demand and by the schedule. A step that fails leaves AWSPENDING where it is,
/// and the whole rotation is tried again later under the same token
/// (<see href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_lambda.html">rotation by Lambda function</see>).
/// </summary>
internal sealed class Rotations(LandingZone zone)
{
    private const string Test = "testSecret";
    private static readonly string[] _steps = ["createSecret", "setSecret", Test, "finishSecret"];

    // AWS does not say when it tries again.
    private static readonly TimeSpan _retry = TimeSpan.FromHours(1);
    private readonly HashSet<SecretState> _underWay = [];

    /// <summary>RotateSecret with a plan: from now on the secret is rotated so, and at once unless only the plan is to be tried.</summary>
    public void Configure(Caller caller, string region, string id, RotationPlan plan, bool atOnce)
    {
        var secret = Demand(caller, region, id);
        var function = DemandFunction(caller, secret, plan);
        var period = plan.Period;
        secret.Rotation = plan;
        if (atOnce)
        {
            Rotate(secret, zone.NextId());
        }
        else
        {
            Call(secret, function, Test, secret.Stages[SecretStage.Current], _ => { });
        }

        Schedule(secret, plan, period);
    }

    /// <summary>RotateSecret without a plan: now, as planned.</summary>
    public string Rotate(Caller caller, string region, string id, string token)
    {
        var secret = Demand(caller, region, id);
        if (secret.Rotation is not { } plan)
        {
            throw new AwsFault("InvalidRequestException", "No Lambda rotation function ARN is associated with this secret.");
        }

        DemandFunction(caller, secret, plan);
        if (!secret.Versions.ContainsKey(token))
        {
            Rotate(secret, token);
        }

        return token;
    }

    public void Cancel(Caller caller, string region, string id)
    {
        if (zone.Secrets.Find(caller.Account, region, id) is { } secret)
        {
            zone.Access.Demand(caller, "secretsmanager:CancelRotateSecret", secret.Guarded);
            Disable(secret);
        }
    }

    public static void Disable(SecretState secret) => (secret.Rotation, secret.NextRotationAt) = (null, null);

    private SecretState Demand(Caller caller, string region, string id)
    {
        var secret = zone.Secrets.Demand(caller.Account, region, id);
        zone.Access.Demand(caller, "secretsmanager:RotateSecret", secret.Guarded);
        return secret;
    }

    private FunctionState DemandFunction(Caller caller, SecretState secret, RotationPlan plan)
    {
        var function = zone.Functions.Find(plan.FunctionArn)
            ?? throw new AwsFault("ResourceNotFoundException", $"Secrets Manager can't find the Lambda function {plan.FunctionArn}.");
        zone.Access.Demand(caller, FunctionService.Invoke, function.Guarded);
        return MayCall(secret, function)
            ? function
            : throw AwsFault.Denied(
                "Secrets Manager cannot invoke the specified Lambda function. Ensure that the function policy grants access to the principal secretsmanager.amazonaws.com.");
    }

    private void Rotate(SecretState secret, string token)
    {
        if (secret.Stages.TryGetValue(SecretStage.Pending, out var pending) && pending != secret.Stages.GetValueOrDefault(SecretStage.Current))
        {
            throw new AwsFault("InvalidRequestException", "A previous rotation isn't complete. That rotation will be reattempted.");
        }

        secret.Versions.Add(token, null);
        secret.Label(SecretStage.Pending, token);
        Run(secret, token, step: 0);
    }

    private void Run(SecretState secret, string token, int step)
    {
        _underWay.Add(secret);
        if (secret.Rotation is not { } plan || zone.Functions.Find(plan.FunctionArn) is not { } function || !MayCall(secret, function))
        {
            Fail(secret, token);
            return;
        }

        Call(secret, function, _steps[step], token, answer =>
        {
            if (answer.FunctionError is not null)
            {
                Fail(secret, token);
            }
            else if (step + 1 < _steps.Length)
            {
                Run(secret, token, step + 1);
            }
            else if (secret.Stages.GetValueOrDefault(SecretStage.Current) == token)
            {
                End(secret, plan);
            }
            else
            {
                Fail(secret, token);
            }
        });
    }

    private void Call(SecretState secret, FunctionState function, string step, string token, Action<LambdaAnswer> ended) => zone.Runs.Start(
        function,
        new JsonObject { ["Step"] = step, ["SecretId"] = secret.Arn, ["ClientRequestToken"] = token }.ToJsonString(Json.Plain),
        ended);

    private void End(SecretState secret, RotationPlan plan)
    {
        _underWay.Remove(secret);
        secret.LastRotatedAt = zone.Agenda.Now;
        if (secret.Rotation == plan)
        {
            Schedule(secret, plan, plan.Period);
        }
    }

    private void Fail(SecretState secret, string token)
    {
        _underWay.Remove(secret);
        zone.Agenda.In(_retry, () =>
        {
            if (!_underWay.Contains(secret)
                && secret.Rotation is not null
                && secret.Stages.GetValueOrDefault(SecretStage.Pending) == token
                && secret.Stages.GetValueOrDefault(SecretStage.Current) != token)
            {
                Run(secret, token, step: 0);
            }
        });
    }

    private void Schedule(SecretState secret, RotationPlan plan, TimeSpan period)
    {
        var due = zone.Agenda.Now + period;
        secret.NextRotationAt = due;
        zone.Agenda.In(period, () =>
        {
            // A later plan, or a rotation in between, has set another time.
            if (secret.NextRotationAt != due || secret.Rotation != plan)
            {
                return;
            }

            try
            {
                Rotate(secret, zone.NextId());
            }
            catch (AwsFault)
            {
                // An unfinished rotation is tried again by itself; the next one keeps its time.
            }

            Schedule(secret, plan, period);
        });
    }

    private bool MayCall(SecretState secret, FunctionState function) => zone.Access.Denial(
        Caller.OfService("secretsmanager", secret.Account),
        FunctionService.Invoke,
        function.Guarded,
        ("aws:SourceArn", secret.Arn),
        ("aws:SourceAccount", secret.Account.ToString())) is null;
}
