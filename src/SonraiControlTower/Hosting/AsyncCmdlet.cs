using System.Management.Automation;
using System.Threading.Channels;
using SonraiControlTower.Errors;

namespace SonraiControlTower.Hosting;

/// <summary>
/// The one base of all commands. Begin, process and end are asynchronous; they run on the pipeline thread, so they may write to the pipeline
/// after any <c>await</c>. Ctrl+C cancels their token.
/// </summary>
public abstract class AsyncCmdlet : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private ProgressLine? _progress;
    private BackgroundRun? _background;

    /// <summary>What the runspace is connected to.</summary>
    /// <exception cref="SonraiException"><c>NotConnected</c>.</exception>
    private protected static Session Session => Sessions.Current ?? throw new SonraiException(SessionProblems.NotConnected);

    /// <summary>The progress bar of this command; it shows only when the command is the last of its pipeline and takes longer than two seconds.</summary>
    private protected ProgressLine Progress => _progress ??= new ProgressLine(this);

    protected virtual Task BeginAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected virtual Task ProcessAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected virtual Task EndAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected sealed override void BeginProcessing()
    {
        if (this is IBackgroundCommand { AsJob.IsPresent: true } && !OnlyTells)
        {
            _background = new BackgroundRun(this, Sessions.Current);
            if (_background.Asks)
            {
                Throw(new SonraiException(SessionProblems.JobCannotAsk(MyInvocation.MyCommand.Name)));
            }

            return;
        }

        Run(BeginAsync);
    }

    protected sealed override void ProcessRecord()
    {
        if (_background is null)
        {
            Run(ProcessAsync);
            return;
        }

        _background.Take();
    }

    protected sealed override void EndProcessing()
    {
        switch (_background)
        {
            case null:
                Run(EndAsync);
                break;
            case { IsIdle: true }:
                Run(BeginAsync);
                Run(EndAsync);
                break;
            default:
                var job = _background.Start();
                JobRepository.Add(job);
                WriteObject(job);
                break;
        }

        _progress?.Complete();
    }

    protected sealed override void StopProcessing() => _stop.Cancel();

    /// <summary>Whether it only says what it would do, which is read at once.</summary>
    private bool OnlyTells => LanguagePrimitives.IsTrue(MyInvocation.BoundParameters.TryGetValue("WhatIf", out var said) ? said : GetVariableValue("WhatIfPreference"));

    /// <summary>Reports a problem with one item and lets the pipeline go on.</summary>
    private protected void WriteProblem(Problem problem, object? target) => WriteError(ErrorRecords.From(problem, target));

    /// <summary>
    /// Runs work that tells its news from threads of its own, and hands each news to the pipeline's thread, in order, until all are told.
    /// </summary>
    private protected static async Task<TResult> ListenAsync<TNews, TResult>(
        Func<Action<TNews>, Task<TResult>> work, Action<TNews> told, CancellationToken cancellationToken)
    {
        var news = Channel.CreateUnbounded<TNews>(new UnboundedChannelOptions { SingleReader = true });
        var result = Task.Run(
            async () =>
            {
                try
                {
                    return await work(one => news.Writer.TryWrite(one)).ConfigureAwait(false);
                }
                finally
                {
                    news.Writer.Complete();
                }
            },
            CancellationToken.None);
        await foreach (var one in news.Reader.ReadAllAsync(cancellationToken))
        {
            told(one);
        }

        return await result;
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _stop.Dispose();
        }
    }

    private void Run(Func<CancellationToken, Task> step)
    {
        try
        {
            PipelinePump.Run(step, _stop.Token);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
        catch (SonraiException exception)
        {
            Throw(exception);
        }
    }

    private void Throw(SonraiException exception) => ThrowTerminatingError(ErrorRecords.From(exception, exception.Problem.Target));
}
