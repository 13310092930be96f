using System.Management.Automation;

namespace SonraiControlTower.Hosting;

/// <summary>
/// One progress bar a pipeline: only the last command of a pipeline shows one, and only when it has been at work for two seconds.
/// </summary>
internal sealed class ProgressLine(PSCmdlet command)
{
    private const int ActivityId = 7600;
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan _interval = TimeSpan.FromMilliseconds(200);

    private readonly TimeProvider _clock = TimeProvider.System;
    private readonly long _started = TimeProvider.System.GetTimestamp();
    private long _shown;

    /// <param name="activity">What is done.</param>
    /// <param name="status">How far it has got, in words.</param>
    /// <param name="percent">How far it has got; null where that is not known.</param>
    public void Report(string activity, string status, int? percent = null)
    {
        var isLast = command.MyInvocation.PipelinePosition == command.MyInvocation.PipelineLength;
        if (!isLast || _clock.GetElapsedTime(_started) < _patience || (_shown != 0 && _clock.GetElapsedTime(_shown) < _interval))
        {
            return;
        }

        _shown = _clock.GetTimestamp();
        command.WriteProgress(new ProgressRecord(ActivityId, activity, status) { PercentComplete = percent ?? -1 });
    }

    public void Complete()
    {
        if (_shown != 0)
        {
            command.WriteProgress(new ProgressRecord(ActivityId, "Done", "Done") { RecordType = ProgressRecordType.Completed });
        }
    }
}
