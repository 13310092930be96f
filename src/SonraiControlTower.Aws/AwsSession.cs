using Amazon.KeyManagementService;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SQS;
using SonraiControlTower.Aws.CloudFormation;
using SonraiControlTower.Aws.CloudTrail;
using SonraiControlTower.Aws.Credentials;
using SonraiControlTower.Aws.EventBridge;
using SonraiControlTower.Aws.Iam;
using SonraiControlTower.Aws.Lambda;
using SonraiControlTower.Aws.Organizations;
using SonraiControlTower.Aws.Protocol;
using SonraiControlTower.Aws.Protocol.AwsJson;
using SonraiControlTower.Aws.Protocol.Query;
using SonraiControlTower.Aws.Protocol.RestJson;
using SonraiControlTower.Aws.S3;
using SonraiControlTower.Aws.SecretsManager;
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
    private readonly Lazy<AwsJsonClient> _secretsManager;
    private readonly Lazy<AmazonKeyManagementServiceClient> _kms;
    private readonly Lazy<AwsJsonClient> _eventBridge;
    private readonly Lazy<RestJsonClient> _lambda;
    private readonly Lazy<AmazonSQSClient> _sqs;
    private readonly Lazy<S3Clients> _s3;
    private readonly Lazy<AwsJsonClient> _cloudTrail;

    public AwsSession(AwsReach reach, AWSCredentials credentials)
    {
        _reach = reach;
        _credentials = new TellingCredentials(Roles.Tie(credentials, reach));
        _organizations = Json(OrganizationsService.Service);
        _cloudFormation = Query(CloudFormationService.Service);
        _iam = Query(IamService.Service);
        _sts = new(() => new(_credentials, StsConfig.Of(reach)));
        _secretsManager = Json(SecretsManagerService.Service);
        _kms = new(() => new(_credentials, PackageConfig.Settle(new AmazonKeyManagementServiceConfig(), reach)));
        _eventBridge = Json(EventBridgeService.Service);
        _lambda = new(() => new(LambdaService.Service, _credentials, new(LambdaService.Service, reach)));
        _sqs = new(() => new(_credentials, PackageConfig.Settle(new AmazonSQSConfig(), reach)));
        _s3 = new(() => new(reach, _credentials, S3Config.Of));
        _cloudTrail = Json(CloudTrailService.Service);
    }

    public string Region => _reach.Region;

    public AwsJsonClient Organizations => _organizations.Value;

    public QueryClient CloudFormation => _cloudFormation.Value;

    public QueryClient Iam => _iam.Value;

    public IAmazonSecurityTokenService Sts => _sts.Value;

    public AwsJsonClient SecretsManager => _secretsManager.Value;

    public IAmazonKeyManagementService Kms => _kms.Value;

    public AwsJsonClient EventBridge => _eventBridge.Value;

    public RestJsonClient Lambda => _lambda.Value;

    public IAmazonSQS Sqs => _sqs.Value;

    public S3Clients S3 => _s3.Value;

    public AwsJsonClient CloudTrail => _cloudTrail.Value;

    public void Dispose()
    {
        End(_organizations);
        End(_cloudFormation);
        End(_iam);
        End(_sts);
        End(_secretsManager);
        End(_kms);
        End(_eventBridge);
        End(_lambda);
        End(_sqs);
        End(_s3);
        End(_cloudTrail);
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

    private Lazy<AwsJsonClient> Json(AwsService service) => new(() => new(service, _credentials, new(service, _reach)));

    private Lazy<QueryClient> Query(AwsService service) => new(() => new(service, _credentials, new(service, _reach)));
}
