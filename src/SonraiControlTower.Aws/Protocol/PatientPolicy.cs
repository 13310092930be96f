using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace SonraiControlTower.Aws.Protocol;

/// <summary>
/// The SDK's standard retries, but more of them when AWS asks to be called less often. Organizations does so from a few calls a second on, and
/// a listing of 10,000 accounts makes hundreds: of three attempts, some page's would all fail. A network that is away is given up as soon as ever,
/// and credentials that cannot be had (known by then as <see cref="SonraiException"/>) at once: their source has tried again by itself. A quota that
/// is used up, which the SDK takes for a request to slow down, is given up at once, too: no pause gives it back.
/// </summary>
internal sealed class PatientPolicy : StandardRetryPolicy
{
    private const int RetriesWhenThrottled = 7;
    private readonly int _retriesOtherwise;

    public PatientPolicy(IClientConfig config)
        : base(config)
    {
        _retriesOtherwise = MaxRetries;
        MaxRetries = config.IsMaxErrorRetrySet ? MaxRetries : Math.Max(MaxRetries, RetriesWhenThrottled);
    }

    public override async Task<bool> RetryForExceptionAsync(IExecutionContext executionContext, Exception exception)
    {
        ArgumentNullException.ThrowIfNull(executionContext);
        return exception is not (SonraiException or AmazonServiceException { ErrorCode: "LimitExceededException" })
            && (executionContext.RequestContext.Retries < _retriesOtherwise || IsThrottlingError(exception))
            && await base.RetryForExceptionAsync(executionContext, exception).ConfigureAwait(false);
    }
}
