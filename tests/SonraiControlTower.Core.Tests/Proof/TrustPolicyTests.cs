using SonraiControlTower.Core.Tests.Ports;
using SonraiControlTower.Core.Tests.RollOut;

namespace SonraiControlTower.Core.Tests.Proof;

/// <summary>Trust policies as people write them; what is read of them shows in a role's drift.</summary>
public sealed class TrustPolicyTests
{
    [Theory]
    [InlineData("""{"Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::000000000002:root"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"sts:ExternalId":"x-id"}}}]}""")]
    [InlineData("""{"Statement":{"Effect":"Allow","Principal":{"AWS":["arn:aws:iam::999999999999:root","arn:aws:iam::000000000002:root"]},"Condition":{"StringEquals":{"STS:externalid":["x-id","y-id"]}}}}""")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Principal":{"AWS":"000000000002"},"Condition":{"StringEquals":{"sts:ExternalId":"x-id"}}}]}""")]
    [InlineData("""{"Statement":[{"Effect":"Deny","Principal":"*"},{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::000000000002:role/collector"},"Condition":{"StringEquals":{"sts:ExternalId":"x-id"}}}]}""")]
    public void A_policy_that_trusts_the_collector_with_its_external_id_is_right(string json) => MismatchOf(json).ShouldBeNull();

    [Theory]
    [InlineData("""{"Statement":[]}""", "it trusts nobody")]
    [InlineData("""{"Statement":[{"Effect":"Deny","Principal":"*"}]}""", "it trusts nobody")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::000000000009:root"}}]}""", "it trusts arn:aws:iam::000000000009:root, not account 000000000002")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::000000000002:root"}}]}""", "it asks for no external id")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Principal":"*"}]}""", "it asks for no external id")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::000000000002:root"},"Condition":{"StringEquals":{"sts:ExternalId":"z-id"}}}]}""", "it asks for another external id")]
    [InlineData("nonsense", "its trust policy cannot be read")]
    [InlineData("[1]", "it trusts nobody")]
    public void What_is_otherwise_is_said_without_an_external_id(string json, string mismatch) => MismatchOf(json).ShouldBe(mismatch);

    [Fact]
    public void The_policy_of_the_fakes_is_right() =>
        TrustPolicy.MismatchOf(new FakeRole(Given.Collector, "x-id", default).TrustPolicy, Given.Collector, ExternalId.Parse("x-id")).ShouldBeNull();

    private static string? MismatchOf(string json) => TrustPolicy.MismatchOf(new PolicyDocument(json), Given.Collector, ExternalId.Parse("x-id"));
}
