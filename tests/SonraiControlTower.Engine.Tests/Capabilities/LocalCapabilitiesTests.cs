namespace SonraiControlTower.Engine.Tests.Capabilities;

public sealed class LocalCapabilitiesTests
{
    [Fact]
    public async Task Every_operation_it_stands_in_for_is_offered()
    {
        var operation = new TenantCapability
        {
            Operation = "Bots",
            Kind = "Query",
            Field = "Bots",
            Standing = OperationStanding.Inferred,
            UsedBy = ["Get-SonraiBot"],
        };
        var dig = new LocalDig(Engines.Tenant, [], Engines.Clock(), operations: [operation]);

        (await dig.Capabilities.ListAsync(default).ToListAsync()).ShouldBe([operation with { IsOffered = true }]);
    }
}
