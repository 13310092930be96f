using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace SonraiControlTower.Aws.Protocol;

/// <summary>
/// The pipeline's step that asks for the keys, once for each attempt. The SDK's own steps ask three times for one signature: keys renewed in
/// between would give the session token of one set and the signature of another.
/// </summary>
internal sealed class KeysHandler : PipelineHandler
{
    public override async Task<T> InvokeAsync<T>(IExecutionContext executionContext)
    {
        var request = executionContext.RequestContext;
        request.Identity = new OneSet(await request.ExplicitAWSCredentials.GetCredentialsAsync().ConfigureAwait(false));
        return await base.InvokeAsync<T>(executionContext).ConfigureAwait(false);
    }

    private sealed class OneSet(ImmutableCredentials keys) : AWSCredentials
    {
        public override ImmutableCredentials GetCredentials() => keys;
    }
}
