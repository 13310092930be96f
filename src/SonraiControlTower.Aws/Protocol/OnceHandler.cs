using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace SonraiControlTower.Aws.Protocol;

/// <summary>
/// The pipeline's step that ends a request which must not be done twice, where nobody knows whether it was done. Standing between the retries and
/// the attempt, it holds for every retry mode: none tries again what comes out of here.
/// </summary>
internal sealed class OnceHandler : PipelineHandler
{
    public override async Task<T> InvokeAsync<T>(IExecutionContext executionContext)
    {
        var request = executionContext.RequestContext;
        try
        {
            return await base.InvokeAsync<T>(executionContext).ConfigureAwait(false);
        }
        catch (Exception failure) when (
            request.OriginalRequest is ISentOnce { IsSentOnce: true } sent
            && !IsRefusal(sent, failure) && Fate.IsUnknown(failure) && !request.CancellationToken.IsCancellationRequested)
        {
            var once = (ISentOnce)request.OriginalRequest;
            // Without the failure inside it: the SDK's own policies look there for a reason to try again.
            throw new SonraiException(AwsProblems.AnswerLost(once.Action, CallFailure.ProblemOf(once.Action, failure).Message));
        }
    }

    private static bool IsRefusal(ISentOnce sent, Exception failure) =>
        failure is AmazonServiceException { ErrorCode: { } code } && sent.Refusals.Contains(code);
}
