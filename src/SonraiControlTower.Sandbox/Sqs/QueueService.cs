namespace SonraiControlTower.Sandbox;

/// <summary>
/// The far side of the wire: SQS's standard queues. A message that was received is out of sight for a while, comes back unless it is deleted, and
/// after so many times goes to the dead-letter queue
/// (<see href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html">dead-letter queues</see>).
/// </summary>
internal sealed class QueueService(LandingZone zone)
{
    private readonly Dictionary<string, QueueState> _queues = [];
    private long _sent;

    public QueueState? Find(string arnOrUrl) =>
        _queues.GetValueOrDefault(arnOrUrl) ?? _queues.Values.FirstOrDefault(queue => queue.Url == arnOrUrl);

    public QueueState Demand(string arnOrUrl) =>
        Find(arnOrUrl) ?? throw new AwsFault("AWS.SimpleQueueService.NonExistentQueue", "The specified queue does not exist.");

    public QueueState Create(Caller caller, string region, string name)
    {
        var arn = zone.Arn("sqs", region, caller.Account, name);
        zone.Authorizer.Demand(caller, "sqs:CreateQueue", arn);
        if (_queues.ContainsKey(arn))
        {
            throw new AwsFault("QueueAlreadyExists", "A queue already exists with the same name and a different value for attribute");
        }

        var queue = new QueueState(name, arn, $"https://sqs.{region}.amazonaws.com/{caller.Account}/{name}", caller.Account);
        _queues.Add(arn, queue);
        return queue;
    }

    /// <summary>The queue, if the caller may change its attributes.</summary>
    public QueueState Modifiable(Caller caller, string arnOrUrl)
    {
        var queue = Demand(arnOrUrl);
        zone.Access.Demand(caller, "sqs:SetQueueAttributes", queue.Guarded);
        return queue;
    }

    public void Delete(Caller caller, string arnOrUrl)
    {
        if (Find(arnOrUrl) is { } queue)
        {
            zone.Access.Demand(caller, "sqs:DeleteQueue", queue.Guarded);
            _queues.Remove(queue.Arn);
        }
    }

    public SqsQueue? Describe(Caller caller, string url)
    {
        if (Find(url) is not { } queue)
        {
            return null;
        }

        zone.Access.Demand(caller, "sqs:GetQueueAttributes", queue.Guarded);
        Forget(queue);
        return queue.ToSqsQueue(zone.Agenda.Now);
    }

    public void Send(QueueState queue, string body) =>
        Add(queue, new QueueMessage(StableId.Uuid(queue.Arn, $"{++_sent}"), body, zone.Agenda.Now));

    /// <summary>Up to so many messages that are in sight; those that were received too often go to the dead-letter queue instead.</summary>
    public IReadOnlyList<QueueMessage> Receive(QueueState queue, int most)
    {
        Forget(queue);
        var received = new List<QueueMessage>();
        foreach (var message in queue.Messages.Where(message => message.VisibleAt <= zone.Agenda.Now).ToList())
        {
            if (message.ReceiveCount >= queue.MostReceives && queue.DeadLetterArn is { } dead && Find(dead) is { } letters)
            {
                queue.Messages.Remove(message);
                Add(letters, message);
            }
            else if (received.Count < most)
            {
                message.ReceiveCount++;
                message.VisibleAt = zone.Agenda.Now + queue.Visibility;
                received.Add(message);
                zone.Agenda.In(queue.Visibility, () => Tell(queue));
            }
        }

        return received;
    }

    public int InSight(QueueState queue) => queue.Messages.Count(message => message.VisibleAt <= zone.Agenda.Now);

    private static void Add(QueueState queue, QueueMessage message)
    {
        queue.Messages.Add(message);
        Tell(queue);
    }

    private static void Tell(QueueState queue)
    {
        if (queue.Messages.Count > 0)
        {
            queue.Readers.ToList().ForEach(reader => reader());
        }
    }

    private void Forget(QueueState queue) => queue.Messages.RemoveAll(message => zone.Agenda.Now - message.SentAt > queue.Retention);
}
