using System.Text;

namespace SonraiControlTower.Engine.Tests.Identity;

public sealed class LocalIdentitiesTests : IDisposable
{
    private readonly AccountFiles _files = new();
    private readonly LocalIdentities _identities = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task A_file_of_the_AWS_CLI_brings_all_identities_of_an_account()
    {
        var path = _files.Write("a.json", AccountFiles.Details);

        var import = (await _files.ImportAsync(_identities)).ShouldHaveSingleItem();

        import.ShouldBe(new SonraiIdentityImport { Account = AccountFiles.Account, Source = path, Users = 1, Groups = 1, Roles = 1, Policies = 2 });
        _files.Problems.ShouldBeEmpty();
        var account = _identities.Current.Accounts.ShouldHaveSingleItem();
        account.Principals.Select(principal => principal.Arn).ShouldBe(["arn:aws:iam::111122223333:role/app/web", "arn:aws:iam::111122223333:user/ada"]);
        account.Groups.ShouldHaveSingleItem().OwnPolicies.ShouldHaveSingleItem().Name.ShouldBe("logs");
    }

    [Fact]
    public async Task A_user_has_its_inline_policies_first_then_managed_ones_and_those_of_its_groups()
    {
        _files.Write("a.json", AccountFiles.Details);

        await _files.ImportAsync(_identities);

        var ada = Find("ada");
        ada.Kind.ShouldBe(IamKind.User);
        ada.Path.ShouldBe("/");
        ada.Id.ShouldBe("AIDAADA");
        ada.CreatedAt.ShouldBe(new DateTimeOffset(2024, 1, 2, 10, 0, 0, TimeSpan.Zero));
        ada.OwnPolicies.Select(policy => (policy.Name, policy.Arn, policy.HolderArn)).ShouldBe(
            [("own", null, ada.Arn), ("ReadOnlyAccess", "arn:aws:iam::aws:policy/ReadOnlyAccess", ada.Arn)]);
        ada.GroupPolicies.Select(policy => (policy.Name, policy.HolderArn)).ShouldBe([("logs", "arn:aws:iam::111122223333:group/readers")]);
        ada.Groups.ShouldBe(["readers"]);
        ada.Tags["team"].ShouldBe("blue");
        ada.Trust.ShouldBeNull();
    }

    [Fact]
    public async Task A_role_has_its_trust_its_boundary_and_when_it_was_last_used()
    {
        _files.Write("a.json", AccountFiles.Details);

        await _files.ImportAsync(_identities);

        var web = Find("web");
        web.Path.ShouldBe("/app/");
        web.Trust!.Statements.ShouldHaveSingleItem().Actions.ShouldBe(["sts:AssumeRole"]);
        web.Boundary!.Name.ShouldBe("logs");
        web.LastUsedAt.ShouldBe(new DateTimeOffset(2026, 2, 3, 4, 5, 6, TimeSpan.Zero));
        web.InstanceProfileArns.ShouldBe(["arn:aws:iam::111122223333:instance-profile/web"]);
        web.IsServiceLinked.ShouldBeFalse();
    }

    [Fact]
    public async Task Only_the_version_in_force_of_a_managed_policy_counts_and_all_share_it()
    {
        _files.Write("a.json", AccountFiles.Details);
        _files.Write("b.json", AccountFiles.Details.Replace(AccountFiles.Account, "222233334444", StringComparison.Ordinal));

        await _files.ImportAsync(_identities);

        var policies = _identities.Current.Principals.SelectMany(principal => principal.OwnPolicies).Where(policy => policy.Name == "ReadOnlyAccess").ToList();
        policies.Count.ShouldBe(4);
        policies.ShouldAllBe(policy => policy.Policy.Statements[0].Sid == "Now" && ReferenceEquals(policy.Policy, policies[0].Policy));
    }

    [Theory]
    [InlineData("%7B%22Version%22%3A%222012-10-17%22%2C%22Statement%22%3A%5B%7B%22Effect%22%3A%22Allow%22%2C%22Action%22%3A%22s3%3A%2A%22%2C%22Resource%22%3A%22a%2Bb+c%22%7D%5D%7D")]
    [InlineData("""{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"a+b+c\"}]}""")]
    public async Task A_document_may_be_a_text_encoded_as_a_URL_or_not(string document)
    {
        _files.Write("a.json", $$"""{"RoleDetailList":[{"Arn":"arn:aws:iam::111122223333:role/r","RolePolicyList":[{"PolicyName":"p","PolicyDocument":"{{document}}"}]}]}""");

        await _files.ImportAsync(_identities);

        _files.Problems.ShouldBeEmpty();
        var statement = Find("r").OwnPolicies.ShouldHaveSingleItem().Policy.Statements.ShouldHaveSingleItem();
        statement.Actions.ShouldBe(["s3:*"]);
        statement.Resources.ShouldBe(["a+b+c"]);
    }

    [Fact]
    public async Task Pages_may_follow_each_other_or_stand_in_an_array()
    {
        const string First = """{"RoleDetailList":[{"Arn":"arn:aws:iam::111122223333:role/a"}],"IsTruncated":true,"Marker":"m"}""";
        const string Second = """{"IsTruncated":false,"RoleDetailList":[{"Arn":"arn:aws:iam::111122223333:role/b"}]}""";
        _files.Write("a.json", First + "\n" + Second);
        _files.Write("b.json", $"[{First},{Second}]".Replace(AccountFiles.Account, "222233334444", StringComparison.Ordinal));

        var imports = await _files.ImportAsync(_identities);

        _files.Problems.ShouldBeEmpty();
        imports.Select(import => (import.Account, import.Roles)).ShouldBe([("111122223333", 2), ("222233334444", 2)]);
    }

    [Fact]
    public async Task What_was_written_with_several_filters_comes_together()
    {
        _files.Write("1-users.json", """{"UserDetailList":[{"Arn":"arn:aws:iam::111122223333:user/u","GroupList":["g"]}]}""");
        _files.Write("2-groups.json", """{"GroupDetailList":[{"Arn":"arn:aws:iam::111122223333:group/g","GroupName":"g","AttachedManagedPolicies":[{"PolicyArn":"arn:aws:iam::111122223333:policy/p"}]}]}""");
        _files.Write("3-policies.json", """{"Policies":[{"Arn":"arn:aws:iam::111122223333:policy/p","PolicyVersionList":[{"IsDefaultVersion":true,"Document":{"Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}}]}]}""");

        var import = (await _files.ImportAsync(_identities)).ShouldHaveSingleItem();

        _files.Problems.ShouldBeEmpty();
        (import.Users, import.Groups, import.Policies).ShouldBe((1, 1, 1));
        Find("u").GroupPolicies.ShouldHaveSingleItem().Name.ShouldBe("p");
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-8")]
    public async Task Byte_order_marks_do_no_harm(string encoding)
    {
        var text = Encoding.GetEncoding(encoding);
        _files.Write("a.json", [.. text.GetPreamble(), .. text.GetBytes(AccountFiles.Details)]);

        (await _files.ImportAsync(_identities)).ShouldHaveSingleItem().Roles.ShouldBe(1);
    }

    [Theory]
    [InlineData("\"2024-01-02 10:00:00+00:00\"")]
    [InlineData("\"2024-01-02T12:00:00+02:00\"")]
    [InlineData("1704189600")]
    public async Task Dates_are_read_as_the_CLI_Python_and_the_API_write_them(string date)
    {
        _files.Write("a.json", $$"""{"UserDetailList":[{"Arn":"arn:aws:iam::111122223333:user/u","CreateDate":{{date}}}]}""");

        await _files.ImportAsync(_identities);

        Find("u").CreatedAt.ShouldBe(new DateTimeOffset(2024, 1, 2, 10, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task A_policy_that_cannot_be_understood_is_told_of_and_counts_for_nothing()
    {
        _files.Write("a.json", """{"RoleDetailList":[{"RolePolicyList":[{"PolicyName":"bad","PolicyDocument":{"Statement":[{"Effect":"Maybe"}]}}],"Arn":"arn:aws:iam::111122223333:role/r"}]}""");

        (await _files.ImportAsync(_identities)).ShouldHaveSingleItem().Roles.ShouldBe(1);

        var problem = _files.Problems.ShouldHaveSingleItem();
        problem.Id.ShouldBe("PolicyMalformed");
        problem.Message.ShouldContain("bad of arn:aws:iam::111122223333:role/r");
        Find("r").OwnPolicies.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_boundary_that_nothing_is_told_of_bounds_to_nothing()
    {
        _files.Write("a.json", """{"RoleDetailList":[{"Arn":"arn:aws:iam::111122223333:role/r","PermissionsBoundary":{"PermissionsBoundaryArn":"arn:aws:iam::111122223333:policy/b"},"AttachedManagedPolicies":[{"PolicyArn":"arn:aws:iam::111122223333:policy/p","PolicyName":"p"}]}]}""");

        await _files.ImportAsync(_identities);

        _files.Problems.Select(problem => (problem.Id, problem.Target)).ShouldBe(
            [("PolicyMissing", "arn:aws:iam::111122223333:policy/p"), ("PolicyMissing", "arn:aws:iam::111122223333:policy/b")], ignoreOrder: true);
        Find("r").Boundary!.Policy.Statements.ShouldBeEmpty();
        Find("r").OwnPolicies.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_group_that_nothing_is_told_of_is_a_problem_once()
    {
        _files.Write("a.json", """{"UserDetailList":[{"Arn":"arn:aws:iam::111122223333:user/u","GroupList":["g"]},{"Arn":"arn:aws:iam::111122223333:user/v","GroupList":["g"]}]}""");

        await _files.ImportAsync(_identities);

        _files.Problems.ShouldHaveSingleItem().Id.ShouldBe("GroupMissing");
    }

    [Theory]
    [InlineData("[1,2]", "IdentityFileForeign")]
    [InlineData("{\"UserDetailList\":[{\"Arn\":", "IdentityFileUnreadable")]
    [InlineData("{\"UserDetailList\":7}", "IdentityFileUnreadable")]
    [InlineData("{\"UserDetailList\":[]}", "IdentityFileUnreadable")]
    [InlineData("{\"UserDetailList\":[{\"UserName\":\"nameless\"}]}", "IdentityFileUnreadable")]
    [InlineData("{\"UserDetailList\":[{\"Arn\":\"arn:aws:iam::twelve:user/u\"}]}", "IdentityFileUnreadable")]
    [InlineData("{\"UserDetailList\":[{\"Arn\":\"arn:aws:iam::111122223333:user/u\",\"CreateDate\":\"yesterday\"}]}", "IdentityFileUnreadable")]
    [InlineData("{\"OrganizationId\":\"o-1\"}", "IdentityFileUnreadable")]
    [InlineData("{\"something\":\"else\"}", "IdentityFileForeign")]
    [InlineData("no JSON", "IdentityFileUnreadable")]
    [InlineData("", "IdentityFileForeign")]
    public async Task What_is_no_such_file_is_told_of_and_the_others_are_read(string text, string id)
    {
        var path = _files.Write("0.json", text);
        _files.Write("a.json", AccountFiles.Details);

        var imports = await _files.ImportAsync(_identities);

        imports.ShouldHaveSingleItem().Account.ShouldBe(AccountFiles.Account);
        var problem = _files.Problems.ShouldHaveSingleItem();
        problem.Id.ShouldBe(id);
        problem.Target.ShouldBe(path);
    }

    [Fact]
    public async Task Records_of_CloudTrail_in_the_folder_are_passed_over_but_not_where_they_are_named()
    {
        var records = _files.Write("trail/r.json", """{"Records":[]}""");
        _files.Write("a.json", AccountFiles.Details);

        (await _files.ImportAsync(_identities)).Count.ShouldBe(1);
        _files.Problems.ShouldBeEmpty();

        (await _files.ImportAsync(_identities, records)).ShouldBeEmpty();
        _files.Problems.ShouldHaveSingleItem().Target.ShouldBe(records);
    }

    [Fact]
    public async Task A_path_where_nothing_is_ends_the_import()
    {
        var import = _files.ImportAsync(_identities, Path.Combine(_files.Folder, "nothing"));

        await import.ShouldBeRefusedAsync("IdentityPathNotFound");
    }

    [Fact]
    public async Task An_import_takes_the_place_of_the_same_account_and_of_no_other()
    {
        _files.Write("a.json", AccountFiles.Details);
        _files.Write("b.json", AccountFiles.Details.Replace(AccountFiles.Account, "222233334444", StringComparison.Ordinal));
        await _files.ImportAsync(_identities);
        var before = _identities.Current;

        var path = _files.Write("a.json", """{"RoleDetailList":[{"Arn":"arn:aws:iam::111122223333:role/only"}]}""");
        await _files.ImportAsync(_identities, path);

        _identities.Current.Principals.Select(principal => principal.Name).ShouldBe(["only", "web", "ada"]);
        before.Principals.Count().ShouldBe(4);
    }

    [Fact]
    public async Task What_IAM_tells_live_is_the_same_as_its_file()
    {
        _files.Write("a.json", AccountFiles.Details);
        await _files.ImportAsync(_identities);
        var live = new LocalIdentities();

        var import = await live.ImportAsync(AccountId.Parse(AccountFiles.Account), "arn:aws:iam::111122223333:role/reader", Live().ToAsyncEnumerable(), _files.Problems.Add, default);

        import.Source.ShouldBe("arn:aws:iam::111122223333:role/reader");
        (import.Users, import.Groups, import.Roles, import.Policies).ShouldBe((1, 1, 1, 2));
        _files.Problems.ShouldBeEmpty();
        var told = live.Current.Principals.ToList();
        told.Select(Picture).ShouldBe(_identities.Current.Principals.Select(Picture));
    }

    [Fact]
    public async Task An_account_may_have_nobody()
    {
        var import = await _identities.ImportAsync(AccountId.Parse(AccountFiles.Account), "live", Array.Empty<IamEntity>().ToAsyncEnumerable(), _files.Problems.Add, default);

        import.ShouldBe(new SonraiIdentityImport { Account = AccountFiles.Account, Source = "live" });
        _files.Problems.ShouldBeEmpty();
    }

    private static string Picture(Principal principal) => string.Join('|',
        principal.Arn, principal.Name, principal.Path, principal.Id, principal.CreatedAt.ToString("O"), principal.LastUsedAt?.ToString("O"),
        principal.Boundary?.Name, principal.Trust?.Statements.Count, string.Join(',', principal.Tags), string.Join(',', principal.InstanceProfileArns),
        string.Join(',', principal.OwnPolicies.Concat(principal.GroupPolicies).Select(policy => (policy.Name, policy.Arn, policy.HolderArn, policy.Policy.Statements[0].Actions[0]))));

    private static IEnumerable<IamEntity> Live()
    {
        var created = new DateTimeOffset(2024, 1, 2, 10, 0, 0, TimeSpan.Zero);
        yield return new IamPolicyDetail(Managed("logs", "arn:aws:iam::111122223333:policy/team/logs"))
        {
            Versions = [new PolicyVersion("v1", true, null, Document("logs:*"))],
        };
        yield return new IamUserDetail("ada", "arn:aws:iam::111122223333:user/ada", "AIDAADA", "/", created)
        {
            Groups = ["readers"],
            InlinePolicies = [new InlinePolicy("own", Document("s3:*"))],
            AttachedPolicies = [new AttachedPolicy("ReadOnlyAccess", "arn:aws:iam::aws:policy/ReadOnlyAccess")],
            Tags = new Dictionary<string, string> { ["Team"] = "blue" },
        };
        yield return new IamGroupDetail("readers", "arn:aws:iam::111122223333:group/readers", "AGPAREADERS", "/", created)
        {
            AttachedPolicies = [new AttachedPolicy("logs", "arn:aws:iam::111122223333:policy/team/logs")],
        };
        yield return new IamRoleDetail(new IamRole
        {
            Name = "web",
            Arn = "arn:aws:iam::111122223333:role/app/web",
            RoleId = "AROAWEB",
            Path = "/app/",
            CreatedAt = new DateTimeOffset(2025, 3, 4, 5, 6, 7, TimeSpan.Zero),
            LastUsedAt = new DateTimeOffset(2026, 2, 3, 4, 5, 6, TimeSpan.Zero),
            PermissionsBoundaryArn = "arn:aws:iam::111122223333:policy/team/logs",
            TrustPolicy = new PolicyDocument("""{"Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}]}"""),
        })
        {
            AttachedPolicies = [new AttachedPolicy("ReadOnlyAccess", "arn:aws:iam::aws:policy/ReadOnlyAccess")],
            InstanceProfileArns = ["arn:aws:iam::111122223333:instance-profile/web"],
        };
        yield return new IamPolicyDetail(Managed("ReadOnlyAccess", "arn:aws:iam::aws:policy/ReadOnlyAccess"))
        {
            Versions = [new PolicyVersion("v2", true, null, Document("s3:Get*")), new PolicyVersion("v1", false, null, Document("*"))],
        };
    }

    private static ManagedPolicy Managed(string name, string arn) => new() { Name = name, Arn = arn, PolicyId = "ANPA", Path = "/", DefaultVersionId = "v1" };

    private static PolicyDocument Document(string action) =>
        new($$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"{{action}}","Resource":"*"}]}""");

    private Principal Find(string name) => _identities.Current.Principals.Single(principal => principal.Name == name);
}
