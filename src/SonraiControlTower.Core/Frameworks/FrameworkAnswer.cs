namespace SonraiControlTower;

/// <summary>What came of a change to a framework.</summary>
/// <param name="Now">The framework as Dig has it after the change; null where Dig has it no more.</param>
/// <param name="Problem">What Dig had against the change, or that its answer was lost; null where it took it. <paramref name="Now"/> decides.</param>
public sealed record FrameworkAnswer(SonraiControlFramework? Now, Problem? Problem);
