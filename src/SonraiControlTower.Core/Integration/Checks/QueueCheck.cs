namespace SonraiControlTower;

/// <summary>The queue of events is worked off.</summary>
internal sealed class QueueCheck : ICheck
{
    private const string Mend = "Run Update-SonraiIntegration, which brings the queue back as it shall be.";

    public string Name => "Event queue";

    /// <summary>The name of a queue, which its URL and its ARN both end with.</summary>
    public static string? NameOf(string? url) => url?.Split('/')[^1];

    public async Task<IntegrationCheck> LookAsync(CheckedIntegration integration, CancellationToken cancellationToken)
    {
        if (integration.Stack is not { EventQueueUrl: { } url, SetupFunction: { } setup })
        {
            return IntegrationCheck.Fail(Name, "The stack names no queue.", Mend);
        }

        var sqs = await integration.Aws.OpenSqsAsync(integration.Access, cancellationToken).ConfigureAwait(false);
        if (await sqs.GetQueueAsync(url, cancellationToken).ConfigureAwait(false) is not { } queue)
        {
            return IntegrationCheck.Fail(Name, $"There is no queue '{NameOf(url)}'.", Mend);
        }

        var lambda = await integration.Aws.OpenLambdaAsync(integration.Access, cancellationToken).ConfigureAwait(false);
        var feeds = await lambda.ListEventSourceMappingsAsync(setup, cancellationToken)
            .FirstOrDefaultAsync(one => one.EventSourceArn == queue.Arn, cancellationToken).ConfigureAwait(false);
        return feeds switch
        {
            null => IntegrationCheck.Fail(Name, $"Nothing hands the queue's events to the function '{setup}'.", Mend),
            { State: not ("Enabled" or "Enabling" or "Creating" or "Updating") } => IntegrationCheck.Fail(
                Name, $"What hands the queue's events to the function '{setup}' is {feeds.State}.", Mend),
            _ when queue.IsEmpty => IntegrationCheck.Pass(Name, "It is empty."),
            _ => IntegrationCheck.Warn(
                Name, $"{queue.Waiting} events wait, {queue.InFlight} are being dealt with.", "Look again in some minutes; if they stay, look into the log of the Setup function."),
        };
    }
}

/// <summary>Nothing failed so often that it was given up.</summary>
internal sealed class DeadLetterCheck : ICheck
{
    public string Name => "Dead-letter queue";

    public async Task<IntegrationCheck> LookAsync(CheckedIntegration integration, CancellationToken cancellationToken)
    {
        if (integration.Stack.EventDeadLetterQueueUrl is not { } url)
        {
            return IntegrationCheck.Fail(Name, "The stack names no dead-letter queue.", "Run Update-SonraiIntegration.");
        }

        var sqs = await integration.Aws.OpenSqsAsync(integration.Access, cancellationToken).ConfigureAwait(false);
        var queue = await sqs.GetQueueAsync(url, cancellationToken).ConfigureAwait(false);
        return queue switch
        {
            null => IntegrationCheck.Fail(Name, $"There is no queue '{QueueCheck.NameOf(url)}'.", "Run Update-SonraiIntegration."),
            { IsEmpty: true } => IntegrationCheck.Pass(Name, "It is empty."),
            _ => IntegrationCheck.Fail(
                Name,
                $"{queue.Waiting + queue.InFlight} events could not be dealt with.",
                "Run Sync-SonraiAccount, which does what they asked for; then redrive or purge the queue. The log of the Setup function says why they failed."),
        };
    }
}
