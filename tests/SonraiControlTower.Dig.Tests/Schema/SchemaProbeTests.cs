namespace SonraiControlTower.Dig.Tests;

public sealed class SchemaProbeTests
{
    [Fact]
    public async Task Any_type_can_be_asked_for_once_each()
    {
        await using var tenant = await TestTenant.StartAsync();
        var options = new DigOptions { Clock = tenant.Clock };
        using var channel = new GraphQLChannel(tenant.Server.Endpoint, Credential.Of(tenant.Token), options);
        var probe = new SchemaProbe(channel, new DocumentLibrary(null));

        (await probe.FieldsAsync("SonraiUser", default)).ShouldBe(["srn", "name", "email", "isActive", "lastLogin"], ignoreOrder: true);
        (await probe.FieldsAsync("SonraiUserTokenInput", default)).ShouldBe(["expiresIn", "name"], ignoreOrder: true);
        (await probe.FieldsAsync("NoSuchType", default)).ShouldBeEmpty();
        await probe.FieldsAsync("SonraiUser", default);

        tenant.Server.Record.Count("SchemaType").ShouldBe(3);
    }

    [Fact]
    public async Task A_failure_is_told_and_not_remembered()
    {
        using var handler = new ScriptedHandler(
            ScriptedHandler.Json("""{"errors":[{"message":"introspection is off"}]}"""),
            ScriptedHandler.Json("""{"data":{"__type":{"fields":[{"name":"Bots"}]}}}"""));
        using var channel = new GraphQLChannel(new Uri("https://example.test/graphql"), Credential.Of(Jwt.Of()), new DigOptions { Handler = handler });
        var probe = new SchemaProbe(channel, new DocumentLibrary(null));

        var problem = await Throws.ProblemOf(probe.FieldsAsync("Query", default));

        problem.Id.ShouldBe("DigErrors");
        problem.Message.ShouldContain("introspection is off");
        (await probe.FieldsAsync("Query", default)).ShouldBe(["Bots"]);
    }
}
