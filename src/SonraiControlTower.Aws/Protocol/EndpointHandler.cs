using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;

namespace SonraiControlTower.Aws.Protocol;

/// <summary>The pipeline's step that gives a request its address, by <see cref="EndpointRules"/>.</summary>
internal sealed class EndpointHandler : BaseEndpointResolver
{
    protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext) =>
        EndpointRules.ParametersOf(requestContext.ClientConfig);
}
