namespace SonraiControlTower.Sandbox;

/// <summary>A message in a queue.</summary>
internal sealed class QueueMessage(string id, string body, DateTimeOffset sentAt)
{
    public string Id => id;

    public string Body => body;

    public DateTimeOffset SentAt { get; } = sentAt;

    public DateTimeOffset VisibleAt { get; set; }

    public int ReceiveCount { get; set; }
}

/// <summary>A standard queue.</summary>
internal sealed class QueueState(string name, string arn, string url, AccountId account)
{
    public string Name => name;

    public string Arn => arn;

    public string Url => url;

    public AccountId Account => account;

    public TimeSpan Visibility { get; set; } = TimeSpan.FromSeconds(30);

    public TimeSpan Retention { get; set; } = TimeSpan.FromDays(4);

    public string? DeadLetterArn { get; set; }

    public int MostReceives { get; set; } = int.MaxValue;

    public PolicyDocument? Policy { get; set; }

    public List<QueueMessage> Messages { get; } = [];

    /// <summary>Whoever waits for messages is told when one can be received.</summary>
    public List<Action> Readers { get; } = [];

    public Guarded Guarded => new(arn, account, Policy);

    public SqsQueue ToSqsQueue(DateTimeOffset now)
    {
        var waiting = Messages.Count(message => message.VisibleAt <= now);
        return new SqsQueue(url, arn, waiting, Messages.Count - waiting, DeadLetterArn);
    }
}
