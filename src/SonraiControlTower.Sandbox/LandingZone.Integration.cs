using System.Text;
using System.Text.Json;

namespace SonraiControlTower.Sandbox;

/// <content>The functions of the integration, events on the buses, and what can go wrong with what the integration has.</content>
public sealed partial class LandingZone
{
    private readonly Dictionary<string, int> _throttled = [];

    /// <summary>
    /// What functions do, whatever their package: it is called with each invocation, outside the landing zone's lock. It gives what the function
    /// returns; what it throws is the function's error. Null if the sandbox has no code, so that every invocation fails.
    /// </summary>
    public Func<FunctionCall, CancellationToken, Task<string>>? FunctionCode { get; set; }

    /// <summary>What users, roles and services have asked for so far, each once.</summary>
    public IReadOnlyCollection<AskedAction> Asked => Atomically(() => Journal.Asked);

    /// <summary>Done when no function runs and nothing is due that would begin another. It does not move the clock.</summary>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        while (Atomically(() => Runs.Running) is { Count: > 0 } running)
        {
            await Task.WhenAll(running).WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Puts an event on the default bus of the management account in a region, byte for byte.</summary>
    /// <exception cref="JsonException">It is not a JSON object.</exception>
    public async Task PublishAsync(string region, string json)
    {
        var happening = Happening.Parse(json);
        Atomically(() => Rules.Publish(Management, region, happening));
    }

    /// <summary>The next call of a rotation function for a step breaks: before the function's code has run, or after it.</summary>
    public void FailNextRotationStep(string step, bool afterwards = false) => Atomically(
        () => Runs.BreakNext(payload => payload.Contains($"\"Step\":\"{step}\"", StringComparison.Ordinal), afterwards));

    /// <summary>The next attempts at an operation, such as <c>GetSecretValue</c>, are throttled, whoever asks.</summary>
    public void ThrottleNext(string operation, int attempts) => Atomically(() => _throttled[operation] = attempts);

    /// <summary>Somebody switches a rule off.</summary>
    /// <exception cref="SonraiException"><c>AwsNotFound</c>.</exception>
    public void DisableRule(string name) => Atomically(() => Rules.Demand(name).State = "DISABLED");

    /// <summary>Somebody takes a target from a rule.</summary>
    /// <exception cref="SonraiException"><c>AwsNotFound</c>.</exception>
    public void DetachTarget(string ruleName, string targetId) =>
        Atomically(() => Rules.Demand(ruleName).Targets.RemoveAll(target => target.Id == targetId));

    /// <summary>Puts a message into a queue, such as one for dead letters, whatever its policy says.</summary>
    /// <param name="queueUrl">Its URL or ARN.</param>
    /// <param name="body">The message.</param>
    /// <exception cref="SonraiException"><c>AwsNotFound</c>.</exception>
    public void PutMessage(string queueUrl, string body) => Atomically(() => Queues.Send(
        Queues.Find(queueUrl) ?? throw new SonraiException(AwsProblems.NotFound("SendMessage", "The specified queue does not exist.")), body));

    /// <summary>Somebody switches the rotation of a secret off.</summary>
    /// <exception cref="SonraiException"><c>AwsNotFound</c>.</exception>
    public void DisableRotation(string secretId) => Atomically(() => Rotations.Disable(
        Secrets.Find(Management, HomeRegion, secretId)
        ?? throw new SonraiException(AwsProblems.NotFound("CancelRotateSecret", "Secrets Manager can't find the specified secret."))));

    /// <summary>Somebody puts an object into a bucket, or takes it out (null), whatever its policy says.</summary>
    /// <exception cref="SonraiException"><c>S3BucketNotFound</c>.</exception>
    public void SetObject(string bucket, string key, string? text) => Atomically(() =>
    {
        var state = FindBucket(bucket);
        state.Objects.Remove(key);
        if (text is not null)
        {
            state.Objects.Add(key, new StoredObject(key, Encoding.UTF8.GetBytes(text), Agenda.Now, state.KeyArn));
        }
    });

    /// <summary>Somebody writes the policy of a bucket, or deletes it (null, which PowerShell hands over as an empty text).</summary>
    /// <exception cref="SonraiException"><c>S3BucketNotFound</c>.</exception>
    public void SetBucketPolicy(string bucket, string? json) =>
        Atomically(() => FindBucket(bucket).Policy = string.IsNullOrEmpty(json) ? null : new PolicyDocument(json));

    internal bool TakeThrottling(string operation)
    {
        lock (_gate)
        {
            return _throttled.TryGetValue(operation, out var left) && left > 0 && (_throttled[operation] = left - 1) >= 0;
        }
    }

    private BucketState FindBucket(string name) =>
        Buckets.Find(name) ?? throw new SonraiException(S3Problems.BucketNotFound("GetBucket", "The specified bucket does not exist"));
}
