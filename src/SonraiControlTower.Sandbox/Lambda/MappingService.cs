namespace SonraiControlTower.Sandbox;

/// <summary>
/// The far side of the wire: queues that feed functions. Messages are gathered for a while, handed over in batches, and deleted if the function
/// could do them; those that it could not come back once they are in sight again
/// (<see href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html">error handling for an SQS event source</see>).
/// </summary>
internal sealed class MappingService(LandingZone zone)
{
    private static readonly string[] _actions = ["ReceiveMessage", "DeleteMessage", "GetQueueAttributes"];
    private readonly Dictionary<string, (MappingState Mapping, Action Reader)> _mappings = [];
    private long _made;

    public MappingState? Find(string id) => _mappings.GetValueOrDefault(id).Mapping;

    public MappingState Create(Caller caller, string queueArn, string functionArn)
    {
        zone.Authorizer.Demand(caller, "lambda:CreateEventSourceMapping", "*");
        var function = zone.Functions.Find(functionArn)
            ?? throw new AwsFault("ResourceNotFoundException", $"Function not found: {functionArn}");
        var queue = zone.Queues.Find(queueArn)
            ?? throw new AwsFault("InvalidParameterValueException", $"Error occurred while ReceiveMessage. SQS Error Code: AWS.SimpleQueueService.NonExistentQueue. SQS Error Message: The specified queue does not exist.");
        if (_actions.FirstOrDefault(action => !May(function, action, queue)) is { } missing)
        {
            throw new AwsFault("InvalidParameterValueException", $"The provided execution role does not have permissions to call {missing} on SQS");
        }

        if (queue.Visibility < function.Configuration.Timeout)
        {
            throw new AwsFault(
                "InvalidParameterValueException",
                $"Queue visibility timeout: {queue.Visibility.TotalSeconds} seconds is less than Function timeout: {function.Configuration.Timeout.TotalSeconds} seconds");
        }

        var mapping = new MappingState(StableId.Uuid(functionArn, queueArn, $"{++_made}"), queueArn, functionArn);
        Action reader = () => Gather(mapping);
        queue.Readers.Add(reader);
        _mappings.Add(mapping.Id, (mapping, reader));
        return mapping;
    }

    /// <summary>Looks for messages that are there already.</summary>
    public void Begin(MappingState mapping) => Gather(mapping);

    public void Delete(Caller caller, string id)
    {
        zone.Authorizer.Demand(caller, "lambda:DeleteEventSourceMapping", "*");
        if (_mappings.Remove(id, out var one))
        {
            one.Mapping.IsEnabled = false;
            zone.Queues.Find(one.Mapping.QueueArn)?.Readers.Remove(one.Reader);
        }
    }

    public IReadOnlyList<EventSourceMapping> List(Caller caller, string region, string functionName)
    {
        zone.Authorizer.Demand(caller, "lambda:ListEventSourceMappings", "*");
        var arn = zone.Functions.Find(caller.Account, region, functionName)?.Arn;
        return [.. _mappings.Values.Select(one => one.Mapping).Where(one => one.FunctionArn == arn).Select(one => one.ToEventSourceMapping())];
    }

    private bool May(FunctionState function, string action, QueueState queue)
    {
        var arn = RoleArn.Parse(function.Configuration.RoleArn);
        return zone.Iam.Of(arn.Account).Role(arn.Name) is { } role
            && zone.Access.Denial(Caller.SessionOf(arn.Account, role, function.Name, arn.Partition), $"sqs:{action}", queue.Guarded) is null;
    }

    private void Gather(MappingState mapping)
    {
        if (zone.Queues.Find(mapping.QueueArn) is { } queue && zone.Queues.InSight(queue) >= mapping.BatchSize)
        {
            // A full batch does not wait for the window to close.
            zone.Agenda.In(TimeSpan.Zero, () => Poll(mapping));
        }

        if (mapping.IsGathering)
        {
            return;
        }

        mapping.IsGathering = true;
        zone.Agenda.In(mapping.Window, () =>
        {
            mapping.IsGathering = false;
            Poll(mapping);
        });
    }

    private void Poll(MappingState mapping)
    {
        if (!mapping.IsEnabled
            || mapping.IsWaiting
            || mapping.Running >= mapping.MostRuns
            || zone.Queues.Find(mapping.QueueArn) is not { } queue
            || zone.Functions.Find(mapping.FunctionArn) is not { } function
            || zone.Queues.InSight(queue) == 0)
        {
            return;
        }

        // INVARIANT: a message is only taken when the function can have it, so that one which waits is not counted as received.
        mapping.IsWaiting = true;
        FunctionRuns.WhenFree(function, () =>
        {
            mapping.IsWaiting = false;
            Hand(mapping, queue, function);
        });
    }

    private void Hand(MappingState mapping, QueueState queue, FunctionState function)
    {
        if (!mapping.IsEnabled || !May(function, "ReceiveMessage", queue) || zone.Queues.Receive(queue, mapping.BatchSize) is not { Count: > 0 } batch)
        {
            return;
        }

        mapping.Running++;
        zone.Runs.Start(function, QueueBatch.Payload(queue, batch), answer =>
        {
            mapping.Running--;
            var failed = QueueBatch.Failed(batch, answer, mapping.ReportsFailures);
            if (May(function, "DeleteMessage", queue))
            {
                queue.Messages.RemoveAll(message => batch.Contains(message) && !failed.Contains(message.Id));
            }

            Poll(mapping);
        });
        Poll(mapping);
    }
}
