using System.Net;
using System.Text;
using Amazon.Runtime;
using SonraiControlTower.Aws.Protocol;
using SonraiControlTower.Aws.S3;

namespace SonraiControlTower.Aws.Tests.S3;

public sealed class S3RegionTests
{
    [Fact]
    public async Task A_bucket_of_another_region_is_asked_there()
    {
        using var hosts = new Hosts();
        using var clients = Clients(hosts, new AwsReach("eu-west-1"));
        var s3 = new S3Adapter(clients);

        await s3.PutObjectAsync("sonrai-far", "key", "content"u8.ToArray(), default);
        await s3.DeleteObjectAsync("sonrai-far", "key", default);

        hosts.Asked.ShouldBe(
            [
                ("sonrai-far.s3.eu-west-1.amazonaws.com", "eu-west-1"),
                ("sonrai-far.s3.ap-south-1.amazonaws.com", "ap-south-1"),
                ("sonrai-far.s3.ap-south-1.amazonaws.com", "ap-south-1"),
            ]);
    }

    [Fact]
    public async Task Where_a_bucket_is_to_be_is_the_sessions_region_whatever_is_known_of_the_name()
    {
        using var hosts = new Hosts();
        using var clients = Clients(hosts, new AwsReach("eu-west-1"));
        var s3 = new S3Adapter(clients);
        await s3.DeleteObjectAsync("sonrai-far", "key", default);

        await Should.ThrowAsync<SonraiException>(() => s3.CreateBucketAsync("sonrai-far", default));

        hosts.Asked[^1].ShouldBe(("sonrai-far.s3.eu-west-1.amazonaws.com", "eu-west-1"));
    }

    [Fact]
    public async Task In_AWS_a_bucket_has_a_host_and_at_an_address_of_ones_own_a_path()
    {
        using var hosts = new Hosts();
        using var clients = Clients(hosts, new AwsReach("eu-west-1", new Uri("http://localhost:5000/")));

        await new S3Adapter(clients).DeleteObjectAsync("sonrai", "key", default);

        hosts.Asked.ShouldBe([("localhost", "eu-west-1")]);
        hosts.Paths.ShouldBe(["/sonrai/key"]);
    }

    [Fact]
    public void Retries_are_those_that_were_settled()
    {
        var config = S3Config.Of(new AwsReach("us-gov-west-1", Patience: new(RequestRetryMode.Adaptive, 5)));

        config.RetryMode.ShouldBe(RequestRetryMode.Adaptive);
        config.MaxErrorRetry.ShouldBe(4);
        config.RegionEndpoint.SystemName.ShouldBe("us-gov-west-1");
        config.ForcePathStyle.ShouldBeFalse();
    }

    private static S3Clients Clients(Hosts hosts, AwsReach reach) => new(
        reach,
        new BasicAWSCredentials("AKIAIOSFODNN7EXAMPLE", "secret"),
        there =>
        {
            var config = S3Config.Of(there);
            config.HttpClientFactory = hosts;
            return config;
        });

    /// <summary>AWS's hosts; the bucket <c>sonrai-far</c> is in ap-south-1.</summary>
    private sealed class Hosts : HttpClientFactory, IDisposable
    {
        private readonly Handler _handler = new();

        public List<(string Host, string Region)> Asked => _handler.Asked;

        public List<string> Paths => _handler.Paths;

        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(_handler, disposeHandler: false);

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

        public void Dispose() => _handler.Dispose();

        private sealed class Handler : HttpMessageHandler
        {
            public List<(string Host, string Region)> Asked { get; } = [];

            public List<string> Paths { get; } = [];

            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                var host = request.RequestUri!.Host;
                Asked.Add((host, request.Headers.GetValues("Authorization").Single().Split('/')[2]));
                Paths.Add(request.RequestUri.AbsolutePath);
                return Task.FromResult(host.StartsWith("sonrai-far.", StringComparison.Ordinal) && !host.Contains("ap-south-1", StringComparison.Ordinal)
                    ? Moved()
                    : new HttpResponseMessage(HttpStatusCode.NoContent) { Content = new ByteArrayContent([]) });
            }

            private static HttpResponseMessage Moved() => new(HttpStatusCode.MovedPermanently)
            {
                Headers = { { "x-amz-bucket-region", "ap-south-1" } },
                Content = new StringContent(
                    "<Error><Code>PermanentRedirect</Code><Message>Elsewhere.</Message><RequestId>1</RequestId></Error>", Encoding.UTF8, "application/xml"),
            };
        }
    }
}
