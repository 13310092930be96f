namespace SonraiControlTower.Aws.Tests.Iam;

public sealed class PolicyHoldersTests
{
    private const string Arn = "arn:aws:iam::222222222222:policy/read";
    private const string Everybody = """
        <PolicyUsers><member><UserName>ann</UserName></member></PolicyUsers><PolicyGroups><member><GroupName>staff</GroupName></member></PolicyGroups>
        <PolicyRoles><member><RoleName>web</RoleName></member></PolicyRoles>
        """;

    [Fact]
    public async Task Who_has_a_policy_both_ways_comes_twice()
    {
        await using var fixture = await StartAsync(Everybody, "<PolicyRoles><member><RoleName>web</RoleName></member><member><RoleName>other</RoleName></member></PolicyRoles>", bounded: 2);

        var holders = await fixture.Iam.Policies.ListHoldersAsync(Arn, default).ToListAsync();

        holders.ShouldBe(
        [
            new(IamIdentity.User("ann"), false), new(IamIdentity.Group("staff"), false), new(IamIdentity.Role("web"), false),
            new(IamIdentity.Role("web"), true), new(IamIdentity.Role("other"), true),
        ]);
    }

    [Fact]
    public async Task An_emulator_that_does_not_look_at_the_filter_makes_no_boundaries()
    {
        await using var fixture = await StartAsync(Everybody, Everybody, bounded: 0);

        var holders = await fixture.Iam.Policies.ListHoldersAsync(Arn, default).ToListAsync();

        holders.Count.ShouldBe(3);
        holders.ShouldAllBe(holder => !holder.IsBoundary);
    }

    [Fact]
    public async Task The_count_is_asked_for_only_where_somebody_comes_again()
    {
        await using var fixture = await StartAsync(Everybody, "<PolicyRoles><member><RoleName>other</RoleName></member></PolicyRoles>", bounded: 1);

        (await fixture.Iam.Policies.ListHoldersAsync(Arn, default).CountAsync()).ShouldBe(4);

        fixture.Wire.Asked("GetPolicy").ShouldBeEmpty();
        fixture.Wire.Requests.Select(asked => asked["PolicyUsageFilter"]).ShouldBe(["PermissionsPolicy", "PermissionsBoundary"]);
    }

    private static async Task<QueryFixture> StartAsync(string attached, string bounds, int bounded)
    {
        var fixture = await QueryFixture.StartAsync();
        fixture.Wire.On("ListEntitiesForPolicy", asked => asked["PolicyUsageFilter"] == "PermissionsPolicy" ? attached : bounds);
        fixture.Wire.On("GetPolicy", _ => $"""
            <Policy><PolicyName>read</PolicyName><PolicyId>ANPA1</PolicyId><Arn>{Arn}</Arn><Path>/</Path><DefaultVersionId>v1</DefaultVersionId>
            <AttachmentCount>3</AttachmentCount><PermissionsBoundaryUsageCount>{bounded}</PermissionsBoundaryUsageCount></Policy>
            """);
        return fixture;
    }
}
