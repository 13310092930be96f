namespace SonraiControlTower.Engine;

/// <summary>Tries policies on what was recorded.</summary>
/// <param name="knowledge">What is known, once it has been taken in.</param>
internal sealed class LocalRehearsals(Func<CancellationToken, Task<Knowledge>> knowledge) : IRehearsals
{
    public Task<Rehearsal> TryAsync(RehearsalRequest request, CancellationToken cancellationToken) => throw new NotImplementedException("engine" + knowledge);

    public IReadOnlyList<string> Split(string document, int longest) => throw new NotImplementedException("engine");
}
