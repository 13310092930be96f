using Amazon.Runtime;
using Amazon.SecurityToken;
using SonraiControlTower.Aws.CloudFormation;
using SonraiControlTower.Aws.Credentials;
using SonraiControlTower.Aws.Iam;
using SonraiControlTower.Aws.Organizations;
using SonraiControlTower.Aws.Protocol;
using SonraiControlTower.Aws.Protocol.AwsJson;
using SonraiControlTower.Aws.Protocol.Query;
using SonraiControlTower.Aws.Sts;

namespace SonraiControlTower.Aws;

/// <summary>One way to reach AWS, settled: where to, and with whose keys. Its clients share the keys, so a role is assumed once.</summary>
internal sealed class AwsSession : IDisposable
{
    private readonly AwsReach _reach;
    private readonly TellingCredentials _credentials;
    private readonly Lazy<AwsJsonClient> _organizations;
    private readonly Lazy<QueryClient> _cloudFormation;
    private readonly Lazy<QueryClient> _iam;
    private readonly Lazy<AmazonSecurityTokenServiceClient> _sts;

    public AwsSession(AwsReach reach, AWSCredentials credentials)
    {
        _reach = reach;
        _credentials = new TellingCredentials(Roles.Tie(credentials, reach));
        _organizations = new(() => new(OrganizationsService.Service, _credentials, ConfigOf(OrganizationsService.Service)));
        _cloudFormation = new(() => new(CloudFormationService.Service, _credentials, ConfigOf(CloudFormationService.Service)));
        _iam = new(() => new(IamService.Service, _credentials, ConfigOf(IamService.Service)));
        _sts = new(() => new(_credentials, StsConfig.Of(reach)));
    }

    public string Region => _reach.Region;

    public AwsJsonClient Organizations => _organizations.Value;

    public QueryClient CloudFormation => _cloudFormation.Value;

    public QueryClient Iam => _iam.Value;

    public IAmazonSecurityTokenService Sts => _sts.Value;

    public void Dispose()
    {
        End(_organizations);
        End(_cloudFormation);
        End(_iam);
        End(_sts);
        _credentials.Dispose();
    }

    private static void End<T>(Lazy<T> client)
        where T : IDisposable
    {
        if (client.IsValueCreated)
        {
            client.Value.Dispose();
        }
    }

    private ServiceConfig ConfigOf(AwsService service) => new(service, _reach);
}
