namespace SonraiControlTower.Hosting;

/// <summary>What one runspace is connected to: the two sides, seen only through Core's ports.</summary>
internal sealed class Session(SonraiContext context, IAws aws, IDig dig, AwsAccess awsAccess, params IDisposable[] owned) : IDisposable
{
    public SonraiContext Context { get; } = context;

    public IAws Aws { get; } = aws;

    public IDig Dig { get; } = dig;

    /// <summary>How Connect-Sonrai was told to reach AWS; a command's own parameters go before it.</summary>
    public AwsAccess AwsAccess { get; } = awsAccess;

    public void Dispose()
    {
        foreach (var one in owned)
        {
            one.Dispose();
        }
    }
}
