namespace SonraiControlTower.Aws.Tests.Iam;

public sealed class IamPagesTests
{
    private const string Trust = "%7B%22Version%22%3A%222012-10-17%22%7D";

    [Fact]
    public async Task Pages_go_on_from_the_marker_until_AWS_says_that_there_is_no_more()
    {
        await using var fixture = await QueryFixture.StartAsync();
        fixture.Wire.On("ListAttachedUserPolicies", asked => asked["Marker"] is null
            ? "<AttachedPolicies><member><PolicyName>a</PolicyName><PolicyArn>arn:a</PolicyArn></member></AttachedPolicies><IsTruncated>true</IsTruncated><Marker>m</Marker>"
            : "<AttachedPolicies><member><PolicyName>b</PolicyName><PolicyArn>arn:b</PolicyArn></member></AttachedPolicies><IsTruncated>false</IsTruncated>");

        var policies = await fixture.Iam.IdentityPolicies.ListAttachedAsync(IamIdentity.User("ann"), default).ToListAsync();

        policies.ShouldBe([new("a", "arn:a"), new("b", "arn:b")]);
        fixture.Wire.Requests.Select(asked => (asked["UserName"], asked["Marker"])).ShouldBe([("ann", null), ("ann", "m")]);
    }

    [Fact]
    public async Task Everything_of_an_account_comes_page_by_page_of_a_thousand()
    {
        await using var fixture = await QueryFixture.StartAsync();
        fixture.Wire.On("GetAccountAuthorizationDetails", asked => asked["Marker"] is null ? FirstPage : LastPage);

        var entities = await fixture.Iam.GetAccountAuthorizationDetailsAsync([IamKind.Role, IamKind.LocalManagedPolicy], default).ToListAsync();

        var role = entities.OfType<IamRoleDetail>().Single();
        role.Role.TrustPolicy.Json.ShouldBe("""{"Version":"2012-10-17"}""");
        role.Role.PermissionsBoundaryArn.ShouldBe("arn:boundary");
        role.Role.LastUsedRegion.ShouldBe("eu-west-1");
        role.InstanceProfileArns.ShouldBe(["arn:profile"]);
        var policy = entities.OfType<IamPolicyDetail>().Single();
        policy.Policy.Name.ShouldBe("read");
        policy.Policy.BoundaryUsageCount.ShouldBe(2);
        policy.DefaultDocument.ShouldNotBeNull().Json.ShouldBe("""{"a": "+ %"}""");
        fixture.Wire.Requests.Count.ShouldBe(2);
        fixture.Wire.Requests.ShouldAllBe(asked =>
            asked["MaxItems"] == "1000" && asked["Filter.member.1"] == "Role" && asked["Filter.member.2"] == "LocalManagedPolicy");
    }

    [Fact]
    public async Task A_page_is_asked_for_only_when_it_is_wanted()
    {
        await using var fixture = await QueryFixture.StartAsync();
        fixture.Wire.On("GetAccountAuthorizationDetails", _ => FirstPage);

        (await fixture.Iam.GetAccountAuthorizationDetailsAsync([], default).FirstAsync()).Arn.ShouldBe("arn:role");

        fixture.Wire.Requests.Count.ShouldBe(1);
    }

    private static string FirstPage => $"""
        <UserDetailList/><GroupDetailList/><Policies/><RoleDetailList><member><Path>/</Path><RoleName>reader</RoleName><RoleId>AROA1</RoleId>
        <Arn>arn:role</Arn><CreateDate>2026-01-01T00:00:00Z</CreateDate><AssumeRolePolicyDocument>{Trust}</AssumeRolePolicyDocument>
        <InstanceProfileList><member><InstanceProfileName>p</InstanceProfileName><Arn>arn:profile</Arn></member></InstanceProfileList>
        <PermissionsBoundary><PermissionsBoundaryType>Policy</PermissionsBoundaryType><PermissionsBoundaryArn>arn:boundary</PermissionsBoundaryArn></PermissionsBoundary>
        <RoleLastUsed><LastUsedDate>2026-02-01T00:00:00Z</LastUsedDate><Region>eu-west-1</Region></RoleLastUsed><Tags/></member></RoleDetailList>
        <IsTruncated>true</IsTruncated><Marker>m</Marker>
        """;

    private static string LastPage => """
        <Policies><member><PolicyName>read</PolicyName><PolicyId>ANPA1</PolicyId><Arn>arn:policy</Arn><Path>/</Path><DefaultVersionId>v2</DefaultVersionId>
        <AttachmentCount>1</AttachmentCount><PermissionsBoundaryUsageCount>2</PermissionsBoundaryUsageCount><PolicyVersionList>
        <member><Document>%7B%7D</Document><VersionId>v1</VersionId><IsDefaultVersion>false</IsDefaultVersion></member>
        <member><Document>%7B%22a%22%3A%20%22%2B%20%25%22%7D</Document><VersionId>v2</VersionId><IsDefaultVersion>true</IsDefaultVersion></member>
        </PolicyVersionList></member></Policies><IsTruncated>false</IsTruncated>
        """;
}
