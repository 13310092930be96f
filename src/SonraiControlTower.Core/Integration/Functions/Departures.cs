namespace SonraiControlTower;

/// <summary>Tells of accounts that were closed, or left the organization, what remains of them. Nothing is removed by itself.</summary>
internal sealed class Departures(FunctionSettings settings, IFunctionHost host, SetupSession session)
{
    private readonly SetupPlan _plan = new(settings);

    public async Task TellAsync(IReadOnlyCollection<AccountId> ids, CancellationToken cancellationToken)
    {
        var registered = (await session.Dig.CloudAccounts.FindAsync(ids, cancellationToken).ConfigureAwait(false))
            .Select(account => AccountId.Parse(account.AccountId)).ToHashSet();
        var cloudFormation = await host.Aws.OpenCloudFormationAsync(host.Access, cancellationToken).ConfigureAwait(false);
        foreach (var id in ids.Order())
        {
            var hasStack = await HasStackAsync(cloudFormation, id, cancellationToken).ConfigureAwait(false);
            host.Log((registered.Contains(id), hasStack) switch
            {
                (true, true) => $"Account {id} left; its registration and its stack instance remain: Unregister-SonraiAccount and Uninstall-SonraiCollectorRole end them.",
                (true, false) => $"Account {id} left; its registration remains: Unregister-SonraiAccount ends it.",
                (false, true) => $"Account {id} left; its stack instance remains: Uninstall-SonraiCollectorRole ends it.",
                _ => $"Account {id} left; nothing of it remains.",
            });
        }
    }

    private async Task<bool> HasStackAsync(ICloudFormation cloudFormation, AccountId id, CancellationToken cancellationToken)
    {
        try
        {
            return await cloudFormation.StackInstances.ListAsync(_plan.StackSet, new StackInstanceFilter(Account: id), cancellationToken)
                .AnyAsync(instance => instance.StackId is not null, cancellationToken).ConfigureAwait(false);
        }
        catch (SonraiException none) when (none.Problem.Kind == ProblemKind.NotFound)
        {
            return false;
        }
    }
}
