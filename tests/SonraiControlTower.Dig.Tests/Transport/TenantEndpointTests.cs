namespace SonraiControlTower.Dig.Tests;

public sealed class TenantEndpointTests
{
    [Theory]
    [InlineData("crc", "https://crc1.sonraisecurity.com/graphql")]
    [InlineData("custom", "https://crc1.sonraisecurity.com/graphql")]
    [InlineData("dev", "https://crc1.de.sonraisecurity.com/graphql")]
    [InlineData("stage", "https://crc1.s.sonraisecurity.com/graphql")]
    public void The_claims_tell_the_address(string env, string expected)
    {
        using var tenant = new DigTenant(Jwt.Of("crc1", env));

        tenant.Endpoint.ShouldBe(new Uri(expected));
    }

    [Theory]
    [InlineData(null, "crc", "TokenClaimMissing")]
    [InlineData("crc1", null, "TokenClaimMissing")]
    [InlineData("crc1", "qa", "TokenEnvironmentUnknown")]
    [InlineData("crc1", "development", "TokenEnvironmentUnknown")]
    [InlineData("evil.example/", "crc", "TokenOrgUnusable")]
    [InlineData("evil.example#", "crc", "TokenOrgUnusable")]
    [InlineData("user@evil", "crc", "TokenOrgUnusable")]
    [InlineData("-crc", "crc", "TokenOrgUnusable")]
    public void Claims_that_tell_no_address_are_refused(string? org, string? env, string problem)
    {
        Should.Throw<SonraiException>(() => new DigTenant(Jwt.Of(org, env))).Problem.Id.ShouldBe(problem);
    }

    [Theory]
    [InlineData("https://dig.example.com", "https://dig.example.com/graphql")]
    [InlineData("https://dig.example.com/", "https://dig.example.com/graphql")]
    [InlineData("https://dig.example.com:8443/graphql/", "https://dig.example.com:8443/graphql")]
    [InlineData("http://127.0.0.1:5000/graphql", "http://127.0.0.1:5000/graphql")]
    [InlineData("http://[::1]:5000", "http://[::1]:5000/graphql")]
    [InlineData("http://localhost:5000", "http://localhost:5000/graphql")]
    public void An_address_given_outright_comes_first(string given, string expected)
    {
        using var tenant = new DigTenant(Jwt.Of(org: null, env: null), new Uri(given));

        tenant.Endpoint.ShouldBe(new Uri(expected));
    }

    [Theory]
    [InlineData("http://dig.example.com/graphql", "PlainHttpRefused")]
    [InlineData("http://127.0.0.1.example.com", "PlainHttpRefused")]
    [InlineData("ftp://dig.example.com/graphql", "EndpointUnusable")]
    [InlineData("file:///graphql", "EndpointUnusable")]
    [InlineData("https://app.sonraisecurity.com/App/GraphExplorer", "EndpointUnusable")]
    [InlineData("https://user:word@dig.example.com", "EndpointUnusable")]
    [InlineData("https://dig.example.com/graphql?a=b", "EndpointUnusable")]
    [InlineData("dig.example.com", "EndpointUnusable")]
    public void An_address_that_is_none_of_a_tenant_is_refused(string given, string problem)
    {
        Should.Throw<SonraiException>(() => new DigTenant(Jwt.Of(), new Uri(given, UriKind.RelativeOrAbsolute))).Problem.Id.ShouldBe(problem);
    }
}
