using Amazon.Runtime.Endpoints;
using SonraiControlTower.Aws.CloudFormation;
using SonraiControlTower.Aws.CloudTrail;
using SonraiControlTower.Aws.EventBridge;
using SonraiControlTower.Aws.Iam;
using SonraiControlTower.Aws.Lambda;
using SonraiControlTower.Aws.Organizations;
using SonraiControlTower.Aws.Protocol;
using SonraiControlTower.Aws.SecretsManager;

namespace SonraiControlTower.Aws.Tests.Protocol;

public sealed class EndpointRulesTests
{
    private static readonly AwsService _regional = new("CloudTrail", "cloudtrail", "2013-11-01", IsGlobal: false);

    [Theory]
    [InlineData("us-east-1", "https://organizations.us-east-1.amazonaws.com", "us-east-1")]
    [InlineData("eu-west-1", "https://organizations.us-east-1.amazonaws.com", "us-east-1")]
    [InlineData("xx-central-1", "https://organizations.us-east-1.amazonaws.com", "us-east-1")]
    [InlineData("us-gov-east-1", "https://organizations.us-gov-west-1.amazonaws.com", "us-gov-west-1")]
    [InlineData("cn-north-1", "https://organizations.cn-northwest-1.amazonaws.com.cn", "cn-northwest-1")]
    [InlineData("us-iso-west-1", "https://organizations.us-iso-east-1.c2s.ic.gov", "us-iso-east-1")]
    [InlineData("us-isob-east-1", "https://organizations.us-isob-east-1.sc2s.sgov.gov", "us-isob-east-1")]
    [InlineData("eusc-de-east-1", "https://organizations.eusc-de-east-1.amazonaws.eu", "eusc-de-east-1")]
    public void A_global_service_lives_and_is_signed_for_in_the_partitions_home_region(string region, string url, string signingRegion)
    {
        var endpoint = Resolve(OrganizationsService.Service, region);

        endpoint.URL.ShouldBe(url);
        SigningRegion(endpoint).ShouldBe(signingRegion);
    }

    [Theory]
    [InlineData("eu-west-1", "https://cloudtrail.eu-west-1.amazonaws.com")]
    [InlineData("cn-north-1", "https://cloudtrail.cn-north-1.amazonaws.com.cn")]
    public void A_regional_service_lives_and_is_signed_for_where_it_is_asked_for(string region, string url)
    {
        var endpoint = Resolve(_regional, region);

        endpoint.URL.ShouldBe(url);
        SigningRegion(endpoint).ShouldBe(region);
    }

    [Theory]
    [InlineData("eu-west-1", "https://iam.amazonaws.com", "us-east-1")]
    [InlineData("cn-northwest-1", "https://iam.cn-north-1.amazonaws.com.cn", "cn-north-1")]
    [InlineData("us-gov-east-1", "https://iam.us-gov.amazonaws.com", "us-gov-west-1")]
    [InlineData("us-iso-east-1", "https://iam.us-iso-east-1.c2s.ic.gov", "us-iso-east-1")]
    [InlineData("eusc-de-east-1", "https://iam.eusc-de-east-1.amazonaws.eu", "eusc-de-east-1")]
    public void IAM_has_homes_of_its_own(string region, string url, string signingRegion)
    {
        var endpoint = Resolve(IamService.Service, region);

        endpoint.URL.ShouldBe(url);
        SigningRegion(endpoint).ShouldBe(signingRegion);
    }

    [Theory]
    [InlineData("eu-west-1", true, false, "https://iam-fips.amazonaws.com", "https://cloudformation-fips.eu-west-1.amazonaws.com")]
    [InlineData("eu-west-1", false, true, "https://iam.global.api.aws", "https://cloudformation.eu-west-1.api.aws")]
    [InlineData("us-gov-east-1", true, false, "https://iam.us-gov.amazonaws.com", "https://cloudformation.us-gov-east-1.amazonaws.com")]
    [InlineData("us-gov-east-1", true, true, "https://iam.us-gov.api.aws", "https://cloudformation-fips.us-gov-east-1.api.aws")]
    [InlineData("cn-north-1", false, true, "https://iam.global.api.amazonwebservices.com.cn", "https://cloudformation.cn-north-1.api.amazonwebservices.com.cn")]
    public void Fips_and_dual_stack_have_their_names_in_each_service(string region, bool fips, bool dualStack, string iam, string cloudFormation)
    {
        var parameters = new EndpointParameters { ["Region"] = region, ["UseFIPS"] = fips, ["UseDualStack"] = dualStack };

        new EndpointRules(IamService.Service).ResolveEndpoint(parameters).URL.ShouldBe(iam);
        new EndpointRules(CloudFormationService.Service).ResolveEndpoint(parameters).URL.ShouldBe(cloudFormation);
    }

    [Theory]
    [InlineData("eu-west-1", true, false, "https://lambda-fips.eu-west-1.amazonaws.com", "https://secretsmanager-fips.eu-west-1.amazonaws.com")]
    [InlineData("eu-west-1", false, true, "https://lambda.eu-west-1.api.aws", "https://secretsmanager.eu-west-1.amazonaws.com")]
    [InlineData("us-gov-west-1", true, false, "https://lambda-fips.us-gov-west-1.amazonaws.com", "https://secretsmanager-fips.us-gov-west-1.amazonaws.com")]
    [InlineData("us-gov-west-1", true, true, "https://lambda-fips.us-gov-west-1.api.aws", "https://secretsmanager-fips.us-gov-west-1.amazonaws.com")]
    [InlineData("cn-north-1", false, true, "https://lambda.cn-north-1.api.amazonwebservices.com.cn", "https://secretsmanager.cn-north-1.amazonaws.com.cn")]
    public void Some_services_name_their_FIPS_endpoints_everywhere_and_need_no_dual_stack_domain(
        string region, bool fips, bool dualStack, string lambda, string secrets)
    {
        var parameters = new EndpointParameters { ["Region"] = region, ["UseFIPS"] = fips, ["UseDualStack"] = dualStack };

        new EndpointRules(LambdaService.Service).ResolveEndpoint(parameters).URL.ShouldBe(lambda);
        new EndpointRules(SecretsManagerService.Service).ResolveEndpoint(parameters).URL.ShouldBe(secrets);
    }

    [Theory]
    [InlineData("eu-west-1", true, "https://events-fips.eu-west-1.api.aws", "https://cloudtrail-fips.eu-west-1.api.aws")]
    [InlineData("us-gov-east-1", true, "https://events.us-gov-east-1.api.aws", "https://cloudtrail-fips.us-gov-east-1.api.aws")]
    [InlineData("us-gov-east-1", false, "https://events.us-gov-east-1.amazonaws.com", "https://cloudtrail.us-gov-east-1.amazonaws.com")]
    public void The_FIPS_endpoints_of_events_and_trails(string region, bool dualStack, string events, string trails)
    {
        var parameters = new EndpointParameters { ["Region"] = region, ["UseFIPS"] = true, ["UseDualStack"] = dualStack };

        new EndpointRules(EventBridgeService.Service).ResolveEndpoint(parameters).URL.ShouldBe(events);
        new EndpointRules(CloudTrailService.Service).ResolveEndpoint(parameters).URL.ShouldBe(trails);
    }

    [Theory]
    [InlineData("eu-west-1", true, false, "https://organizations-fips.us-east-1.amazonaws.com")]
    [InlineData("us-gov-west-1", true, false, "https://organizations.us-gov-west-1.amazonaws.com")]
    [InlineData("eu-west-1", false, true, "https://organizations.us-east-1.api.aws")]
    public void Fips_and_dual_stack_are_honoured(string region, bool fips, bool dualStack, string url)
    {
        var parameters = new EndpointParameters { ["Region"] = region, ["UseFIPS"] = fips, ["UseDualStack"] = dualStack };

        new EndpointRules(OrganizationsService.Service).ResolveEndpoint(parameters).URL.ShouldBe(url);
    }

    private static Endpoint Resolve(AwsService service, string region) =>
        new EndpointRules(service).ResolveEndpoint(EndpointRules.ParametersOf(new ServiceConfig(service, new AwsReach(region))));

    private static string SigningRegion(Endpoint endpoint) =>
        (string)((PropertyBag)((IEnumerable<object>)endpoint.Attributes["authSchemes"]).Single())["signingRegion"];
}
