namespace SonraiControlTower.Sandbox;

/// <summary>CloudFormation of one region, as the account of the keys sees it.</summary>
internal sealed class SandboxCloudFormation(LandingZone zone, ServiceDesk desk, string region) : ICloudFormation
{
    public IStacks Stacks { get; } = new SandboxStacks(zone.Stacks, desk, region);

    public IChangeSets ChangeSets { get; } = new SandboxChangeSets(zone.ChangeSets, desk, region);

    public IStackSets StackSets { get; } = new SandboxStackSets(zone.StackSets, desk, region);

    public IStackInstances StackInstances { get; } = new SandboxStackInstances(zone.StackSets, desk, region);

    public IStackSetOperations Operations { get; } = new SandboxStackSetOperations(zone.StackSets, desk, region);
}
