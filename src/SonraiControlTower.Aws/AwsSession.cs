using Amazon.Runtime;
using SonraiControlTower.Aws.Credentials;
using SonraiControlTower.Aws.Protocol;
using SonraiControlTower.Aws.Protocol.AwsJson;

namespace SonraiControlTower.Aws;

/// <summary>One way to reach AWS, settled: where to, and with whose keys. Its clients share the keys, so a role is assumed once.</summary>
internal sealed class AwsSession : IDisposable
{
    private readonly AwsReach _reach;
    private readonly TellingCredentials _credentials;
    private readonly Lazy<AwsJsonClient> _organizations;

    public AwsSession(AwsReach reach, AWSCredentials credentials)
    {
        _reach = reach;
        _credentials = new TellingCredentials(Roles.Tie(credentials, reach));
        _organizations = new(() => Json(Aws.Organizations.OrganizationsService.Service));
    }

    public AwsJsonClient Organizations => _organizations.Value;

    public void Dispose()
    {
        if (_organizations.IsValueCreated)
        {
            _organizations.Value.Dispose();
        }

        _credentials.Dispose();
    }

    private AwsJsonClient Json(AwsService service) => new(service, _credentials, new ServiceConfig(service, _reach));
}
