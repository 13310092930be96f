namespace SonraiControlTower.Engine.Tests;

/// <summary>What is made of records: who used what.</summary>
public sealed class LocalActivityTests : IDisposable
{
    private readonly ImportDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task A_call_is_use_of_its_action()
    {
        await _desk.ImportAsync(Records.Log(
            Records.Of(time: "2026-10-01T10:00:00Z", arn: "arn:aws:s3:::b/k"),
            Records.Of(time: "2026-10-02T10:00:00Z", arn: "arn:aws:s3:::b/k"),
            Records.Of(time: "2026-10-03T10:00:00Z", error: "AccessDenied")));

        var used = (await _desk.ListAsync()).ShouldHaveSingleItem();
        used.PrincipalArn.ShouldBe(Records.Role);
        used.PrincipalKind.ShouldBe(PrincipalKind.Role);
        used.Account.ShouldBe("111122223333");
        used.Action.ShouldBe("s3:GetObject");
        (used.Count, used.DeniedCount).ShouldBe((2L, 1L));
        used.FirstUsedAt.ShouldBe(DateTimeOffset.Parse("2026-10-01T10:00:00Z", null));
        used.LastUsedAt.ShouldBe(DateTimeOffset.Parse("2026-10-02T10:00:00Z", null));
        used.LastDeniedAt.ShouldBe(DateTimeOffset.Parse("2026-10-03T10:00:00Z", null));
        used.Resources.ShouldBe(["arn:aws:s3:::b/k"]);
    }

    [Fact]
    public async Task The_last_denied_call_is_told_whatever_came_after_and_in_every_session()
    {
        await _desk.ImportAsync(Records.Log(
            Records.Of(time: "2026-10-03T10:00:00Z", error: "AccessDenied"),
            Records.Of(time: "2026-10-02T10:00:00Z", error: "AccessDeniedException"),
            Records.Of(time: "2026-10-05T10:00:00Z", error: "SlowDown"),
            Records.Of(time: "2026-10-04T10:00:00Z")));
        var (store, activity) = _desk.Open();

        var told = await activity.ListAsync(new ActivityQuery(), default).ToListAsync();

        told.ShouldHaveSingleItem().LastDeniedAt.ShouldBe(DateTimeOffset.Parse("2026-10-03T10:00:00Z", null));
        activity.Dispose();
        store.Dispose();
    }

    [Fact]
    public async Task What_was_never_denied_has_no_last_time_of_it()
    {
        await _desk.ImportAsync(Records.Log(Records.Of()));

        (await _desk.ListAsync()).ShouldHaveSingleItem().LastDeniedAt.ShouldBeNull();
    }

    [Fact]
    public async Task What_was_only_denied_has_no_use()
    {
        var done = await _desk.ImportAsync(Records.Log(Records.Of(error: "AccessDenied"), Records.Of(error: "SlowDown")));

        var tried = (await _desk.ListAsync(new ActivityQuery { OnlyDenied = true })).ShouldHaveSingleItem();
        (tried.Count, tried.DeniedCount, tried.LastUsedAt).ShouldBe((0L, 1L, null));
        (done.Events, done.EventsDenied, done.EventsFailed).ShouldBe((2L, 1L, 1L));
    }

    [Fact]
    public async Task The_bucket_of_an_object_is_no_resource_of_reading_the_object()
    {
        const string Both =
            """ "resources":[{"type":"AWS::S3::Object","ARN":"arn:aws:s3:::b/k"},{"type":"AWS::S3::Bucket","ARN":"arn:aws:s3:::b","accountId":"1"}] """;

        await _desk.ImportAsync(Records.Log(Records.Of(rest: Both)));

        (await _desk.ListAsync()).ShouldHaveSingleItem().Resources.ShouldBe(["arn:aws:s3:::b/k"]);
    }

    [Fact]
    public async Task Where_one_call_does_not_tell_its_resource_none_is_told()
    {
        await _desk.ImportAsync(Records.Log(Records.Of(arn: "arn:aws:s3:::b/k"), Records.Of()));

        (await _desk.ListAsync()).ShouldHaveSingleItem().Resources.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_role_that_a_call_hands_on_is_passed_and_of_other_calls_none_is()
    {
        const string Passed = "arn:aws:iam::111122223333:role/task";

        await _desk.ImportAsync(Records.Log(
            Records.Of("CreateFunction20150331", "lambda.amazonaws.com", request: $$"""{"functionName":"f","role":"{{Passed}}"}"""),
            Records.Of("GetObject", request: $$"""{"key":"{{Passed}}"}""")));

        var all = await _desk.ListAsync(new ActivityQuery { IncludeInferred = true, Actions = ["iam:PassRole"] });
        var passed = all.ShouldHaveSingleItem();
        passed.Evidence.ShouldBe(ActivityEvidence.Inferred);
        (passed.Count, passed.Resources.ShouldHaveSingleItem()).ShouldBe((1L, Passed));
        (await _desk.ListAsync()).Select(used => used.Action).ShouldBe(["lambda:CreateFunction", "s3:GetObject"]);
    }

    [Fact]
    public async Task Principals_are_users_roles_and_roots_and_service_linked_roles_are_left_out_by_default()
    {
        var linked = Records.RoleIdentity.Replace("role/app", "role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling", StringComparison.Ordinal);
        var root = """{"type":"Root","principalId":"111122223333","arn":"arn:aws:iam::111122223333:root","accountId":"111122223333"}""";
        var service = """{"type":"AWSService","invokedBy":"ec2.amazonaws.com"}""";
        var account = """{"type":"AWSAccount","principalId":"AROAX","accountId":"999988887777"}""";

        var done = await _desk.ImportAsync(Records.Log(
            Records.Of(identity: Records.User("bob")), Records.Of(identity: linked), Records.Of(identity: root), Records.Of(identity: service), Records.Of(identity: account)));

        (done.Events, done.EventsIgnored, done.Principals).ShouldBe((3L, 2L, 3));
        (await _desk.ListAsync()).Select(used => (used.PrincipalKind, used.PrincipalArn)).ShouldBe(
            [(PrincipalKind.Root, "arn:aws:iam::111122223333:root"), (PrincipalKind.User, "arn:aws:iam::111122223333:user/bob")]);
        (await _desk.ListAsync(new ActivityQuery { IncludeServiceLinked = true })).Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_session_without_its_issuer_belongs_to_the_role_that_another_record_names_with_its_path()
    {
        var whole = Records.RoleIdentity.Replace("role/app", "role/team/app", StringComparison.Ordinal);
        var bare = """{"type":"AssumedRole","arn":"arn:aws:sts::111122223333:assumed-role/app/i-2","accountId":"111122223333"}""";

        await _desk.ImportAsync(Records.Log(Records.Of(identity: whole), Records.Of(identity: bare)));

        var used = (await _desk.ListAsync()).ShouldHaveSingleItem();
        (used.PrincipalArn, used.Count).ShouldBe(("arn:aws:iam::111122223333:role/team/app", 2L));
    }

    [Fact]
    public async Task A_role_whose_path_no_record_tells_is_found_by_its_whole_arn_all_the_same()
    {
        await _desk.ImportAsync(Records.Log(Records.Of(identity: """{"type":"AssumedRole","arn":"arn:aws:sts::111122223333:assumed-role/app/i-2"}""")));

        _desk.Activity.ReadUsage(ActionCatalog.Embedded).Of("arn:aws:iam::111122223333:role/team/app").ShouldNotBeNull().Actions.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_federated_user_with_sessions_of_two_users_loses_no_call()
    {
        static string By(string user) =>
            """{"type":"FederatedUser","arn":"arn:aws:sts::111122223333:federated-user/Bob","sessionContext":{"sessionIssuer":{"type":"IAMUser","arn":"arn:aws:iam::111122223333:user/USER"}}}"""
                .Replace("USER", user, StringComparison.Ordinal);

        await _desk.ImportAsync(Records.Log(Records.Of(identity: By("one")), Records.Of(identity: By("two")), Records.Of(identity: By("one"))));

        (await _desk.ListAsync()).ShouldHaveSingleItem().Count.ShouldBe(3);
    }

    [Fact]
    public async Task What_a_federated_user_does_is_its_own_in_lists_and_its_users_in_what_the_user_needs()
    {
        var identity = """{"type":"FederatedUser","arn":"arn:aws:sts::111122223333:federated-user/Bob","sessionContext":{"sessionIssuer":{"type":"IAMUser","arn":"arn:aws:iam::111122223333:user/broker"}}}""";

        await _desk.ImportAsync(Records.Log(Records.Of(identity: identity)));

        (await _desk.ListAsync()).ShouldHaveSingleItem().PrincipalKind.ShouldBe(PrincipalKind.FederatedUser);
        _desk.Activity.ReadUsage(ActionCatalog.Embedded).Of("arn:aws:iam::111122223333:user/broker").ShouldNotBeNull().Actions.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_call_that_the_resources_owner_has_recorded_too_counts_once()
    {
        const string Shared = "\"eventType\":\"AwsApiCall\",\"sharedEventID\":\"s-1\"";

        await _desk.ImportAsync(Records.Log(Records.Of(rest: Shared), Records.Of(rest: Shared, account: "444455556666")));

        (await _desk.ListAsync()).ShouldHaveSingleItem().Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_call_that_only_the_resources_owner_has_recorded_counts()
    {
        await _desk.ImportAsync(Records.Log(Records.Of(rest: "\"eventType\":\"AwsApiCall\",\"sharedEventID\":\"s-1\"", account: "444455556666")));

        (await _desk.ListAsync()).ShouldHaveSingleItem().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Sign_ins_and_what_services_do_are_no_calls()
    {
        var done = await _desk.ImportAsync(Records.Log(
            Records.Of(rest: "\"eventType\":\"AwsConsoleSignIn\""), Records.Of(rest: "\"eventType\":\"AwsServiceEvent\""), Records.Of(rest: "\"eventType\":\"AwsVpceEvent\"")));

        (done.Events, done.EventsIgnored).ShouldBe((0L, 3L));
    }

    [Fact]
    public async Task Calls_that_are_not_known_are_kept_and_told()
    {
        var done = await _desk.ImportAsync(Records.Log(Records.Of("Frobnicate", "nowhere.amazonaws.com"), Records.Of("Frobnicate", "nowhere.amazonaws.com"), Records.Of()));

        done.UnknownCalls.ShouldBe([new UnknownCall("nowhere.amazonaws.com", "Frobnicate", 2)]);
        done.Events.ShouldBe(3);
    }

    [Fact]
    public async Task Usage_tells_what_the_logs_of_an_account_cover()
    {
        await _desk.ImportAsync(Records.Log(
            Records.Of(time: "2026-10-01T00:00:00Z", rest: "\"eventCategory\":\"Data\""), Records.Of("ListUsers", "iam.amazonaws.com", time: "2026-10-09T00:00:00Z")));

        var covered = _desk.Activity.ReadUsage(ActionCatalog.Embedded).CoverageOf(AccountId.Parse("111122223333")).ShouldNotBeNull();

        (covered.From, covered.To).ShouldBe((DateTimeOffset.Parse("2026-10-01Z", null), DateTimeOffset.Parse("2026-10-09Z", null)));
        covered.DataEventServices.ShouldBe(["s3"], ignoreOrder: true);
    }
}
