namespace SonraiControlTower.Sandbox.Tests.Iam;

/// <summary>The bot role as its template makes it, in a member account, assumed by the collector with its external id.</summary>
public sealed class BotRoleTests
{
    private const string Bot = "sonrai-bot-role";
    private static readonly AccountId _account = SampleAccounts.Build;
    private readonly Cloud _cloud = new();

    [Fact]
    public async Task It_is_assumed_from_the_collectors_account_with_the_external_id_and_not_without()
    {
        await DeployAsync();

        (await _cloud.AssumeAsync(_account, Bot)).ShouldBeOfType<AssumedRole>();
        (await _cloud.AssumeAsync(_account, Bot, externalId: null)).ShouldBeOfType<AssumeRoleDenied>();
        (await _cloud.AssumeAsync(_account, Bot, externalId: "another")).ShouldBeOfType<AssumeRoleDenied>();
        (await _cloud.AssumeAsync(_account, Bot, sts: _cloud.Sts())).ShouldBeOfType<AssumeRoleDenied>();
    }

    [Theory]
    [InlineData("policy/sonrai/one", "GetPolicy GetPolicyVersion ListPolicyVersions ListEntitiesForPolicy CreatePolicy CreatePolicyVersion DeletePolicy DeletePolicyVersion SetDefaultPolicyVersion TagPolicy")]
    [InlineData("role/app/web", "GetRole GetRolePolicy ListRolePolicies ListAttachedRolePolicies ListInstanceProfilesForRole AttachRolePolicy DetachRolePolicy PutRolePolicy DeleteRolePolicy PutRolePermissionsBoundary UpdateAssumeRolePolicy CreateRole DeleteRole TagRole UntagRole")]
    [InlineData("user/people/ann", "GetUser GetUserPolicy ListUserPolicies ListAttachedUserPolicies ListGroupsForUser AttachUserPolicy DetachUserPolicy PutUserPolicy DeleteUserPolicy PutUserPermissionsBoundary CreateUser DeleteUser TagUser UntagUser")]
    [InlineData("user/people/ann", "GetLoginProfile DeleteLoginProfile ListAccessKeys GetAccessKeyLastUsed UpdateAccessKey DeleteAccessKey ListMFADevices DeactivateMFADevice ListSigningCertificates DeleteSigningCertificate ListSSHPublicKeys DeleteSSHPublicKey ListServiceSpecificCredentials DeleteServiceSpecificCredential")]
    [InlineData("group/staff", "GetGroupPolicy ListGroupPolicies ListAttachedGroupPolicies AttachGroupPolicy DetachGroupPolicy PutGroupPolicy DeleteGroupPolicy AddUserToGroup RemoveUserFromGroup")]
    [InlineData("instance-profile/machines", "AddRoleToInstanceProfile RemoveRoleFromInstanceProfile")]
    public async Task It_may_do_what_remediation_and_its_undoing_ask_for(string resource, string actions)
    {
        await DeployAsync();

        Denied(resource, actions).ShouldBeEmpty();
    }

    [Fact]
    public async Task It_looks_at_everything_and_passes_roles_to_machines_only()
    {
        await DeployAsync();

        Denied("*", "GetAccountAuthorizationDetails ListPolicies", bare: true).ShouldBeEmpty();
        Denied("role/app/web", "PassRole", service: "ec2.amazonaws.com").ShouldBeEmpty();
        Denied("role/app/web", "PassRole", service: "lambda.amazonaws.com").ShouldBe(["PassRole"]);
    }

    [Theory]
    [InlineData("role/sonrai-bot-role")]
    [InlineData("role/sonrai-collector-role")]
    [InlineData("role/team/sonrai-collector-role")]
    [InlineData("role/AWSControlTowerExecution")]
    [InlineData("role/service-role/AWSControlTowerStackSetRole")]
    [InlineData("role/aws-controltower-ForwardSnsNotificationRole")]
    [InlineData("role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS")]
    [InlineData("role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Viewer_1")]
    [InlineData("role/stacksets-exec-1")]
    public async Task These_roles_are_not_touched(string role)
    {
        const string Changes =
            "AttachRolePolicy DetachRolePolicy PutRolePolicy DeleteRolePolicy PutRolePermissionsBoundary UpdateAssumeRolePolicy CreateRole DeleteRole TagRole UntagRole PassRole";
        await DeployAsync();

        Denied(role, Changes, service: "ec2.amazonaws.com").ShouldBe(Changes.Split(' '));
        Denied(role, "GetRole ListRolePolicies").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("user/people/ann", "CreateAccessKey CreateLoginProfile UpdateLoginProfile CreateServiceSpecificCredential DeleteUserPermissionsBoundary")]
    [InlineData("role/app/web", "DeleteRolePermissionsBoundary")]
    [InlineData("group/staff", "CreateGroup DeleteGroup")]
    public async Task It_gives_nobody_credentials_and_takes_no_bound_away(string resource, string actions)
    {
        await DeployAsync();

        Denied(resource, actions).ShouldBe(actions.Split(' '));
    }

    [Fact]
    public async Task What_bounds_it_stays_as_it_is()
    {
        var boundary = await _cloud.Iam(await _cloud.EnterAsync(_account)).Policies.CreateAsync(
            new NewPolicy { Name = "bot-boundary", Document = new("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""") }, default);
        const string Changes = "CreatePolicyVersion DeletePolicy DeletePolicyVersion SetDefaultPolicyVersion";

        await DeployAsync((RoleTemplateParameters.PermissionsBoundaryArn, boundary.Arn));

        Denied("policy/bot-boundary", Changes).ShouldBe(Changes.Split(' '));
        Denied("policy/another", Changes).ShouldBeEmpty();
        Denied($"role/{Bot}", "PutRolePermissionsBoundary DeleteRolePermissionsBoundary").Count.ShouldBe(2);
    }

    [Fact]
    public async Task With_it_a_role_and_a_user_are_deleted_and_come_back()
    {
        await DeployAsync();
        var iam = _cloud.Iam(((AssumedRole)await _cloud.AssumeAsync(_account, Bot)).Keys);
        var runner = (await iam.Roles.GetAsync("build-runner", default))!;
        var role = IamIdentity.Role(runner.Name);
        var attached = await iam.IdentityPolicies.ListAttachedAsync(role, default).ToListAsync();
        var inline = (await iam.IdentityPolicies.GetInlineAsync(role, "runner", default))!;

        await iam.Roles.RemoveFromInstanceProfileAsync("build-runner", "build-runner", default);
        await iam.IdentityPolicies.DeleteInlineAsync(role, inline.Name, default);
        foreach (var policy in attached)
        {
            await iam.IdentityPolicies.DetachAsync(role, policy.Arn, default);
        }

        await iam.Roles.DeleteAsync(runner.Name, default);
        (await iam.Roles.GetAsync(runner.Name, default)).ShouldBeNull();
        await iam.Roles.CreateAsync(new NewRole { Name = runner.Name, Path = runner.Path, TrustPolicy = runner.TrustPolicy, Tags = new Dictionary<string, string> { ["a"] = "b" } }, default);
        await iam.IdentityPolicies.PutInlineAsync(role, inline, default);
        await iam.Roles.AddToInstanceProfileAsync("build-runner", "build-runner", default);

        (await iam.IdentityPolicies.GetInlineAsync(role, "runner", default)).ShouldBe(inline);
        (await iam.Roles.ListInstanceProfilesAsync(runner.Name, default).ToListAsync()).ShouldBe(["build-runner"]);
        await iam.Users.CreateAsync(new NewUser { Name = "ann", Path = "/people/", Tags = new Dictionary<string, string> { ["a"] = "b" } }, default);
        await iam.Users.DeleteAsync("ann", default);
    }

    /// <summary>Those of the actions that the role may not do in its account.</summary>
    private IReadOnlyList<string> Denied(string resource, string actions, string? service = null, bool bare = false)
    {
        var iam = _cloud.Zone.Iam.Of(_account);
        var caller = Caller.SessionOf(_account, iam.Role(Bot)!, "test", "aws");
        var arn = bare ? resource : $"arn:aws:iam::{_account}:{resource}";
        return
        [
            .. actions.Split(' ').Where(
                action => _cloud.Zone.Authorizer.Denial(_cloud.Zone.Authorizer.Ask(caller, $"iam:{action}", arn, ("iam:PassedToService", service))) is not null),
        ];
    }

    private async Task DeployAsync(params (string Key, string Value)[] parameters)
    {
        await _cloud.MakeSetAsync(Cloud.SelfManaged(parameters) with { TemplateBody = RoleTemplate.Bot.Body });
        (await _cloud.DeployAsync(_account)).Status.ShouldBe("SUCCEEDED");
        _cloud.Clock.Advance(TimeSpan.FromMinutes(1));
    }
}
