namespace SonraiControlTower.Sandbox;

/// <summary>The near side of <see cref="TrailService"/>, in one region.</summary>
internal sealed class SandboxCloudTrail(TrailService trails, ServiceDesk desk, string region) : ICloudTrail
{
    public Task<IReadOnlyList<Trail>> DescribeTrailsAsync(CancellationToken cancellationToken) =>
        desk.AskAsync("DescribeTrails", caller => trails.Describe(caller, region), cancellationToken);

    public Task<TrailStatus?> GetTrailStatusAsync(string trailArn, CancellationToken cancellationToken) =>
        desk.AskAsync("GetTrailStatus", caller => trails.Status(caller, trailArn), cancellationToken);
}
