using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace SonraiControlTower.Aws.Protocol;

/// <summary>
/// A client for a service that the SDK has no package for. It has the SDK's own pipeline (credentials, signing, retries, clock skew, proxy,
/// cancellation); a class below it adds a wire protocol.
/// </summary>
internal abstract class ServiceClient(AwsService service, AWSCredentials credentials, ServiceConfig config)
    : AmazonServiceClient(credentials, config)
{
    // The base constructor asks for this, before this class has fields.
    protected override IServiceMetadata ServiceMetadata => new ServiceMetadata(Config.ServiceId);

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new EndpointHandler());
        pipeline.AddHandlerAfter<Marshaller>(new SigningHandler());
        pipeline.AddHandlerAfter<RetryHandler>(new KeysHandler());
        if (Config.RetryMode == RequestRetryMode.Standard)
        {
            pipeline.ReplaceHandler<RetryHandler>(new RetryHandler(new PatientPolicy(Config)));
        }
    }

    /// <summary>Sends a request. What goes wrong comes out as <see cref="SonraiException"/>; cancellation comes out as it is.</summary>
    protected async Task<TAnswer> CallAsync<TAnswer>(
        string operation, AmazonWebServiceRequest request, InvokeOptions protocol, CancellationToken cancellationToken)
        where TAnswer : AmazonWebServiceResponse, new()
    {
        try
        {
            // Sources of credentials may block (a process, a file lock), and know nothing of cancellation: neither is the caller's concern.
            return await Task.Run(() => InvokeAsync<TAnswer>(request, protocol, cancellationToken), cancellationToken)
                .WaitAsync(cancellationToken)
                .ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is not (SonraiException or OperationCanceledException or ObjectDisposedException))
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new SonraiException(CallFailure.ProblemOf($"{service.SigningName}:{operation}", failure), failure);
        }
        catch (OperationCanceledException timedOut) when (!cancellationToken.IsCancellationRequested)
        {
            throw new SonraiException(CallFailure.ProblemOf($"{service.SigningName}:{operation}", timedOut), timedOut);
        }
    }
}
