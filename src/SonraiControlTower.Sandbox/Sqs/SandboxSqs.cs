namespace SonraiControlTower.Sandbox;

/// <summary>The near side of <see cref="QueueService"/>.</summary>
internal sealed class SandboxSqs(QueueService queues, ServiceDesk desk) : ISqs
{
    public Task<SqsQueue?> GetQueueAsync(string url, CancellationToken cancellationToken) =>
        desk.AskAsync("GetQueueAttributes", caller => queues.Describe(caller, url), cancellationToken);
}
