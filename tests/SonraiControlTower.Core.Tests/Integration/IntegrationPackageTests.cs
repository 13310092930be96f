namespace SonraiControlTower.Core.Tests.Integration;

public sealed class IntegrationPackageTests
{
    [Fact]
    public void Another_content_is_another_key_since_CloudFormation_looks_at_the_key_only()
    {
        var one = new IntegrationPackage(FunctionArchitecture.X8664, "0.1.0", new byte[] { 1 });
        var other = new IntegrationPackage(FunctionArchitecture.X8664, "0.1.0", new byte[] { 2 });

        one.Key.ShouldStartWith("sonrai-control-tower/0.1.0/SonraiControlTower.Lambda.x86_64.");
        one.Key.ShouldEndWith(".zip");
        other.Key.ShouldNotBe(one.Key);
        new IntegrationPackage(FunctionArchitecture.X8664, "0.1.0", new byte[] { 1 }).Key.ShouldBe(one.Key);
    }
}
