using System.Management.Automation;
using SonraiControlTower.Binding;
using SonraiControlTower.Hosting;

namespace SonraiControlTower.Commands;

/// <summary>Acts on events of Control Tower and AWS Organizations as the Setup function does, with the same code: accounts get their role and are registered.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "SonraiLifecycleEvent", SupportsShouldProcess = true)]
[OutputType(typeof(LifecycleEventResult))]
public sealed class InvokeSonraiLifecycleEventCommand : IntegrationCmdlet
{
    private const string InputSet = "Event";
    private const string PathSet = "Path";
    private readonly List<LifecycleEvent> _agreed = [];

    [Parameter(Mandatory = true, Position = 0, ParameterSetName = InputSet, ValueFromPipeline = true)]
    [Alias("Event")]
    [ValidateNotNull]
    public object? InputObject { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = PathSet)]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        if (InputObject is not null)
        {
            await TakeAsync(InputObject, InputObject, cancellationToken);
        }

        foreach (var file in Path.SelectMany(one => GetResolvedProviderPathFromPSPath(one, out _)))
        {
            await TakeAsync(new FileInfo(file), file, cancellationToken);
        }
    }

    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        if (_agreed.Count == 0)
        {
            return;
        }

        var access = SettledAccess;
        var integration = await ReadAsync(cancellationToken);
        var host = new SessionHost(Session, access with { Region = integration.Region });
        try
        {
            foreach (var end in await new LifecycleRun(integration, host).RunAsync(_agreed, cancellationToken))
            {
                WriteObject(end);
                if (end.Status == LifecycleEventStatus.Failed)
                {
                    WriteProblem(FunctionProblems.NotAllDone(end.Reason!), end);
                }
            }
        }
        finally
        {
            while (host.Lines.TryDequeue(out var line))
            {
                WriteVerbose(line);
            }
        }
    }

    private async Task TakeAsync(object given, object target, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var one in LifecycleEvents.Read(await EventText.ReadAsync(given, cancellationToken)))
            {
                if (ShouldProcess($"{one}", "Act on the event"))
                {
                    _agreed.Add(one);
                }
            }
        }
        catch (SonraiException unreadable)
        {
            WriteProblem(unreadable.Problem, target);
        }
    }
}
