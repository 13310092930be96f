namespace SonraiControlTower;

/// <summary>
/// What an operation did in each account. The operation's own status does not tell: SUCCEEDED only says that no more accounts failed than may.
/// </summary>
internal sealed class OperationOutcome
{
    private readonly StackSetOperation? _operation;
    private readonly Dictionary<AccountId, StackSetOperationResult> _results;
    private readonly RoleInstances _instances;

    private OperationOutcome(
        string operationId, StackSetOperation? operation, Dictionary<AccountId, StackSetOperationResult> results, RoleInstances instances)
    {
        OperationId = operationId;
        _operation = operation;
        _results = results;
        _instances = instances;
    }

    public string OperationId { get; }

    /// <summary>True where no more accounts failed than may.</summary>
    public bool Succeeded => _operation?.Status == StackSetOperationStatus.Succeeded;

    /// <summary>Lists the results and the instances of an operation that has ended.</summary>
    public static async Task<OperationOutcome> ReadAsync(
        ICloudFormation cloudFormation, StackSetRef stackSet, string operationId, CancellationToken cancellationToken)
    {
        var operation = await cloudFormation.Operations.DescribeAsync(stackSet, operationId, cancellationToken).ConfigureAwait(false);
        var results = new Dictionary<AccountId, StackSetOperationResult>();
        await foreach (var result in cloudFormation.Operations
            .ListResultsAsync(stackSet, operationId, status: null, cancellationToken).ConfigureAwait(false))
        {
            // Of several regions, the one that went wrong is what is to be told.
            var id = AccountId.Parse(result.AccountId);
            if (!results.TryGetValue(id, out var known) || known.Status == StackInstanceDetailedStatus.Succeeded)
            {
                results[id] = result;
            }
        }

        var instances = await RoleInstances.ReadAsync(
            cloudFormation, stackSet, new StackInstanceFilter(LastOperationId: operationId), cancellationToken).ConfigureAwait(false);
        return new(operationId, operation, results, instances);
    }

    /// <summary>What became of an account: a word of <see cref="StackInstanceDetailedStatus"/>, or null where AWS did nothing; and why.</summary>
    public (string? Status, string? Reason) Of(OrgAccount account)
    {
        var result = _results.GetValueOrDefault(AccountId.Parse(account.AccountId));
        var instance = _instances.Of(account);
        var status = instance?.DetailedStatus == StackInstanceDetailedStatus.SkippedSuspendedAccount ? instance.DetailedStatus
            : result?.Status ?? instance?.DetailedStatus;
        return status switch
        {
            StackInstanceDetailedStatus.Succeeded => (status, null),
            StackInstanceDetailedStatus.Cancelled => (status, $"{Words(result, instance) ?? "cancelled"}; the operation ended {Ending} before it came here"),
            null => (status, $"AWS did nothing in the account; the operation ended {Ending}"),
            _ => (status, Words(result, instance) ?? $"AWS says {status} and gives no reason; the operation ended {Ending}"),
        };
    }

    private static string? Words(StackSetOperationResult? result, StackInstance? instance) =>
        result?.StatusReason is { Length: > 0 } reason ? reason : instance?.StatusReason is { Length: > 0 } other ? other : null;

    private string Ending => $"{_operation?.Status ?? "unknown"}{(_operation?.StatusReason is { Length: > 0 } why ? $" ({why})" : "")}";
}
