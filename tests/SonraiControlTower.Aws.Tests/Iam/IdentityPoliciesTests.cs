namespace SonraiControlTower.Aws.Tests.Iam;

public sealed class IdentityPoliciesTests
{
    private const string Arn = "arn:aws:iam::222222222222:policy/read";

    [Theory]
    [InlineData(IamKind.User)]
    [InlineData(IamKind.Group)]
    [InlineData(IamKind.Role)]
    public async Task Each_kind_has_its_own_names_on_the_wire(string kind)
    {
        await using var fixture = await QueryFixture.StartAsync();
        string[] operations =
        [
            $"ListAttached{kind}Policies", $"Attach{kind}Policy", $"Detach{kind}Policy", $"List{kind}Policies",
            $"Get{kind}Policy", $"Put{kind}Policy", $"Delete{kind}Policy",
        ];
        Array.ForEach(operations, operation => fixture.Wire.On(operation, _ => ""));
        fixture.Wire.On($"Get{kind}Policy", _ => "<PolicyName>own</PolicyName><PolicyDocument>%7B%7D</PolicyDocument>");
        var (identity, policies) = (Named(kind), fixture.Iam.IdentityPolicies);

        await policies.ListAttachedAsync(identity, default).CountAsync();
        await policies.AttachAsync(identity, Arn, default);
        await policies.DetachAsync(identity, Arn, default);
        await policies.ListInlineAsync(identity, default).CountAsync();
        (await policies.GetInlineAsync(identity, "own", default)).ShouldBe(new InlinePolicy("own", new("{}")));
        await policies.PutInlineAsync(identity, new("own", Documents.Read), default);
        await policies.DeleteInlineAsync(identity, "own", default);

        fixture.Wire.Requests.Select(asked => asked.Action).ShouldBe(operations);
        fixture.Wire.Requests.ShouldAllBe(asked => asked[$"{kind}Name"] == "ann");
        fixture.Wire.Asked($"Attach{kind}Policy").Single()["PolicyArn"].ShouldBe(Arn);
        fixture.Wire.Asked($"Put{kind}Policy").Single()["PolicyDocument"].ShouldBe(Documents.Read.Json);
    }

    private static IamIdentity Named(string kind) => kind switch
    {
        IamKind.User => IamIdentity.User("ann"),
        IamKind.Group => IamIdentity.Group("ann"),
        _ => IamIdentity.Role("ann"),
    };
}
