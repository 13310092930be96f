namespace SonraiControlTower.Sandbox;

/// <summary>A stack in one account and region.</summary>
internal sealed class Stack(string id, string name, AccountId account, string region, Template template)
{
    private const string StackType = "AWS::CloudFormation::Stack";
    private readonly List<StackEvent> _events = [];

    public string Id => id;

    public string Name => name;

    public AccountId Account => account;

    public string Region => region;

    public Template Template { get; set; } = template;

    public IReadOnlyDictionary<string, string> Parameters { get; set; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> Tags { get; set; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> Outputs { get; set; } = new Dictionary<string, string>();

    public string? RoleArn { get; set; }

    public string Status { get; private set; } = StackStatus.CreateInProgress;

    public string? Reason { get; private set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? UpdatedAt { get; set; }

    /// <summary>What is under way. A deletion may overtake what made the stack, which then goes no further.</summary>
    public StackJourney? Journey { get; set; }

    /// <summary>The token of the request that is being done.</summary>
    public string? RequestToken { get; set; }

    /// <summary>The resources, in the order in which they were made.</summary>
    public List<StackPart> Parts { get; } = [];

    /// <summary>What happened, the oldest first. A stack of a stack set keeps none: the operation's result has the reason.</summary>
    public IReadOnlyList<StackEvent> Events => _events;

    public bool KeepsEvents { get; init; } = true;

    public StackPart? Part(string logicalId) => Parts.Find(part => part.LogicalId == logicalId);

    public void Become(string status, string? reason, DateTimeOffset now)
    {
        (Status, Reason) = (status, reason);
        Tell(name, id, StackType, status, reason, now);
    }

    public void Become(StackPart part, string status, string? reason, DateTimeOffset now)
    {
        (part.Status, part.Reason) = (status, reason);
        Tell(part.LogicalId, part.PhysicalId, part.Type, status, reason, now);
    }

    public CloudFormationStack ToCloudFormationStack() => new()
    {
        Id = id,
        Name = name,
        Status = Status,
        StatusReason = Reason,
        Description = Template.Description,
        RoleArn = RoleArn,
        Parameters = ParameterValues.Shown(Template, Parameters),
        Outputs = Outputs,
        Tags = Tags,
        CreatedAt = CreatedAt,
        UpdatedAt = UpdatedAt,
    };

    private void Tell(string logicalId, string? physicalId, string type, string status, string? reason, DateTimeOffset now)
    {
        if (KeepsEvents)
        {
            _events.Add(new StackEvent
            {
                EventId = StableId.Uuid(id, $"{_events.Count}"),
                At = now,
                LogicalId = logicalId,
                PhysicalId = physicalId,
                ResourceType = type,
                Status = status,
                StatusReason = reason,
                RequestToken = RequestToken,
            });
        }
    }
}
