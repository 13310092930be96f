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
        pipeline.AddHandlerAfter<RetryHandler>(new OnceHandler());
        if (Config.RetryMode == RequestRetryMode.Standard)
        {
            pipeline.ReplaceHandler<RetryHandler>(new RetryHandler(new PatientPolicy(Config)));
        }
    }

    /// <summary>Sends a request. What goes wrong comes out as <see cref="SonraiException"/>; cancellation comes out as it is.</summary>
    protected Task<TAnswer> CallAsync<TAnswer>(
        string operation, AmazonWebServiceRequest request, InvokeOptions protocol, CancellationToken cancellationToken)
        where TAnswer : AmazonWebServiceResponse, new() =>
        Call.AsAsync(service, operation, cancel => InvokeAsync<TAnswer>(request, protocol, cancel), cancellationToken);
}
