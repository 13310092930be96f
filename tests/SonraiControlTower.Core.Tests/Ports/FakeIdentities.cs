using System.Runtime.CompilerServices;

namespace SonraiControlTower.Core.Tests.Ports;

/// <summary>An engine that takes in identities, one account at a time, and says what it was given.</summary>
internal sealed class FakeIdentities : IIdentities
{
    private int _inside;

    /// <summary>The files of identities at a path.</summary>
    public Dictionary<string, string[]> Folders { get; } = [];

    /// <summary>What is wrong with a file.</summary>
    public List<Problem> Wrong { get; } = [];

    public Dictionary<AccountId, int> Taken { get; } = [];

    public async IAsyncEnumerable<SonraiIdentityImport> ImportAsync(
        string path, Action<Problem> problem, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        foreach (var name in Folders.GetValueOrDefault(path) ?? [])
        {
            yield return new SonraiIdentityImport { Account = "111122223333", Source = name };
        }

        Wrong.ForEach(problem);
    }

    public async Task<SonraiIdentityImport> ImportAsync(
        AccountId account, string source, IAsyncEnumerable<IamEntity> entities, Action<Problem> problem, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _inside).ShouldBe(1);
        await Task.Yield();
        var roles = await entities.CountAsync(cancellationToken);
        Taken.Add(account, roles);
        Interlocked.Decrement(ref _inside);
        return new SonraiIdentityImport { Account = account.ToString(), Source = source, Roles = roles };
    }

    public Task<SonraiIdentityImport> ImportAsync(OrganizationPolicies policies, string source, Action<Problem> problem, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public IAsyncEnumerable<string> ListAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public IAsyncEnumerable<string> ListMembersAsync(string groupArn, CancellationToken cancellationToken) => throw new NotSupportedException();
}
