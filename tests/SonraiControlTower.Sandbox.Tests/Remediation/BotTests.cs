using SonraiControlTower.Engine;

namespace SonraiControlTower.Sandbox.Tests.Remediation;

/// <summary>What each bot makes of an identity of the sample estate, and that undoing brings all of it back.</summary>
public sealed class BotTests
{
    private static readonly AccountId _web = SampleAccounts.BookingWebProd;

    [Fact]
    public async Task After_the_seeds_walk_every_recorded_call_is_allowed_unused_sensitive_permissions_are_gone_and_the_ticket_is_closed()
    {
        using var house = await House.OpenAsync(_web);
        var old = house.Picture(_web);
        var ticket = await house.TicketAsync(House.AllSafe, "Sensitive");
        var unused = ticket.Evidence!.SelectMany(one => one.UnusedSensitiveActions!).Distinct().ToList();
        var before = await AllowedAsync(house);

        var end = await house.RemedyAsync(ticket);

        end.Problem.ShouldBeNull();
        end.Remarks.ShouldBeEmpty();
        end.Remediation.Steps.ShouldAllBe(step => step.State == StepState.Done);
        var after = await AllowedAsync(house);
        unused.ShouldNotBeEmpty();
        before.ShouldContain(unused[0]);
        after.Intersect(unused).ShouldBeEmpty();
        after.Except(before).ShouldBeEmpty();
        (await UsedAsync(house)).Intersect(before).Except(after).ShouldBeEmpty();
        var closed = await house.TicketAsync(House.AllSafe, "Sensitive");
        closed.Status.ShouldBe(TicketStatus.Closed);
        closed.Comments!.ShouldContain(comment => comment.Body.Contains(end.Remediation.Id, StringComparison.Ordinal));

        (await house.UndoAsync(end.Remediation)).Problem.ShouldBeNull();
        house.Picture(_web).ShouldBe(old);
        (await house.TicketAsync(House.AllSafe, "Sensitive")).Status.ShouldBe(TicketStatus.New);
    }

    [Fact]
    public async Task What_was_undone_can_be_done_again_and_what_is_done_needs_nothing_more()
    {
        using var house = await House.OpenAsync(_web);
        var first = await house.RemedyAsync(await house.TicketAsync(House.AllSafe, "Sensitive"));
        await house.UndoAsync(first.Remediation);

        (await house.RemedyAsync(await house.TicketAsync(House.AllSafe, "Sensitive"))).Problem.ShouldBeNull();

        var (_, plan, problem, idle) = await house.PrepareAsync(await house.TicketAsync(House.AllSafe, "Sensitive"));
        plan.ShouldBeNull();
        problem.ShouldBeNull();
        idle.ShouldNotBeNull();
    }

    [Fact]
    public async Task An_undo_from_another_machine_reads_what_was_done_from_the_account()
    {
        using var house = await House.OpenAsync(_web);
        var old = house.Picture(_web);
        var applied = (await house.RemedyAsync(await house.TicketAsync(House.AllSafe, "Sensitive"))).Remediation;
        house.Journal = LocalJournal.Open(null);
        house.Owner = "another";

        using var remediator = house.Remediator();
        var found = (await remediator.ReadLedgerAsync(_web, problem => throw new SonraiException(problem), default)).Single();

        found.Id.ShouldBe(applied.Id);
        found.Status.ShouldBe(RemediationStatus.Applied);
        (await house.UndoAsync(found)).Problem.ShouldBeNull();
        house.Picture(_web).ShouldBe(old);
        (await remediator.ReadLedgerAsync(_web, problem => throw new SonraiException(problem), default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_later_edit_prevents_the_undo_and_is_named()
    {
        using var house = await House.OpenAsync(_web);
        var applied = (await house.RemedyAsync(await house.TicketAsync(House.AllSafe, "Sensitive"))).Remediation;
        var picture = Edit(house, "monitoring");

        var end = await house.UndoAsync(applied);

        end.Problem!.Id.ShouldBe("UndoPrevented");
        end.Problem.Message.ShouldContain("monitoring");
        house.Picture(_web).ShouldBe(picture);
        house.Journal.Find(applied.Id)!.Status.ShouldBe(RemediationStatus.Applied);
    }

    [Fact]
    public async Task What_was_edited_since_it_was_planned_is_not_begun()
    {
        using var house = await House.OpenAsync(_web);
        var plan = (await house.PrepareAsync(await house.TicketAsync(House.AllSafe, "Sensitive"))).Plan!;
        var picture = Edit(house, "monitoring");

        (await house.ApplyAsync(plan)).IsOutdated.ShouldBeTrue();

        house.Picture(_web).ShouldBe(picture);
    }

    [Fact]
    public async Task An_identity_that_was_deleted_meanwhile_is_told()
    {
        using var house = await House.OpenAsync(_web);
        var ticket = await house.TicketAsync(House.AllSafe, "Sensitive");
        var plan = (await house.PrepareAsync(ticket)).Plan!;
        house.Cloud.Zone.Iam.Of(_web).Remove(house.Cloud.Zone.Iam.Of(_web).Role(House.AllSafe)!);

        (await house.ApplyAsync(plan)).Problem!.Id.ShouldBe("RemediationIdentityGone");
        (await house.PrepareAsync(ticket)).Problem!.Id.ShouldBe("RemediationIdentityGone");
    }

    [Fact]
    public async Task A_step_whose_policy_somebody_edits_on_the_way_is_not_done_and_all_is_taken_back()
    {
        using var house = await House.OpenAsync(_web);
        var plan = (await house.PrepareAsync(await house.TicketAsync(House.AllSafe, "Sensitive"))).Plan!;
        var edited = "";
        house.Intruder.Throws = () => new SonraiException(AwsProblems.NotAllowed("it", "no."));
        house.Intruder.Before = change =>
        {
            if (change == 3)
            {
                edited = Edit(house, "monitoring", withLedger: false);
            }
        };

        var end = await house.ApplyAsync(plan);

        end.Problem.ShouldNotBeNull();
        end.Problem.Id.ShouldBe("RemediationOvertaken");
        end.Remediation.Status.ShouldBe(RemediationStatus.RolledBack);
        house.Cloud.Zone.Iam.Of(_web).Role(House.AllSafe)!.Attached.Select(policy => policy.Name).ShouldBe(["AllSafeProdAccess", "AmazonSQSFullAccess"], ignoreOrder: true);
        house.Cloud.Zone.Iam.Of(_web).Policies.ShouldNotContain(policy => policy.Name.StartsWith("Sonrai", StringComparison.Ordinal));
        edited.ShouldContain("logs:*");
    }

    [Fact]
    public async Task Update_managed_policy_puts_a_new_version_in_force_even_where_there_are_five()
    {
        using var house = await House.OpenAsync(_web);
        var iam = house.Cloud.Zone.Iam.Of(_web);
        var policy = iam.PolicyNamed("AllSafeProdAccess")!;
        for (var number = 2; number <= 5; number++)
        {
            policy.Add(new PolicyDocument($$"""{"Version":"2012-10-17","Statement":[{"Sid":"V{{number}}","Effect":"Allow","Action":"s3:ListAllMyBuckets","Resource":"*"}]}"""), setAsDefault: false, house.Cloud.Clock.GetUtcNow());
        }

        var old = house.Picture(_web);
        house.Plan = house.Plan with { Method = RemediationBots.Resolve("update managed policy"), PolicyNames = ["AllSafeProdAccess"] };

        var end = await house.RemedyAsync(await house.TicketAsync(House.AllSafe, "Sensitive"));

        end.Problem.ShouldBeNull();
        policy.Versions.Count.ShouldBe(5);
        policy.Default.VersionId.ShouldBe("v6");
        iam.Role(House.AllSafe)!.Attached.ShouldContain(one => one.Arn == policy.Arn);
        (await house.UndoAsync(end.Remediation)).Problem.ShouldBeNull();
        house.Picture(_web).ShouldBe(old);
        policy.Default.VersionId.ShouldBe("v1");
    }

    [Fact]
    public async Task Update_managed_policy_leaves_one_alone_that_others_have_and_gives_a_copy()
    {
        using var house = await House.OpenAsync(_web);
        var iam = house.Cloud.Zone.Iam.Of(_web);
        var policy = iam.PolicyNamed("AllSafeProdAccess")!;
        iam.Role("sitemap-role")!.Attach(policy.Arn);
        var document = policy.Default.Document;
        house.Plan = house.Plan with { Method = RemediationBots.Resolve("1137b248-bd4f-11ea-b3de-0242ac130004"), PolicyNames = ["AllSafeProdAccess"] };

        var end = await house.RemedyAsync(await house.TicketAsync(House.AllSafe, "Sensitive"));

        end.Problem.ShouldBeNull();
        policy.Default.Document.ShouldBe(document);
        iam.Role("sitemap-role")!.Attached.ShouldContain(one => one.Arn == policy.Arn);
        iam.Role(House.AllSafe)!.Attached.ShouldNotContain(one => one.Arn == policy.Arn);
        iam.Role(House.AllSafe)!.Attached.ShouldContain(one => one.Name.StartsWith("Sonrai-AllSafeProdAccess-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_staged_waits_is_applied_when_it_is_due_and_withdrawn_where_something_would_have_been_denied()
    {
        using var house = await House.OpenAsync(_web);
        var old = house.Picture(_web);
        var plan = (await house.PrepareAsync(await house.TicketAsync(House.AllSafe, "Sensitive"))).Plan!;
        using var remediator = house.Remediator();
        var staged = (await remediator.StageAsync([plan], TimeSpan.FromDays(7), default).ToListAsync()).Single().Remediation;
        house.Picture(_web).ShouldBe(old);
        staged.DueAt.ShouldBe(staged.CreatedAt.AddDays(7));

        var waiting = (await house.ResumeAsync(staged)).Remediation;
        waiting.Status.ShouldBe(RemediationStatus.Staged);
        house.Cloud.Clock.Advance(TimeSpan.FromDays(8));
        var unlogged = (await house.ResumeAsync(waiting)).Remediation;
        unlogged.Status.ShouldBe(RemediationStatus.Staged);
        unlogged.Reason!.ShouldContain("import");

        Edit(house, "monitoring");
        var withdrawn = (await house.ResumeAsync(unlogged)).Remediation;
        withdrawn.Status.ShouldBe(RemediationStatus.Withdrawn);
        (await house.ResumeAsync(withdrawn)).Problem!.Id.ShouldBe("RemediationWrongStatus");
    }

    [Fact]
    public async Task Staged_for_no_days_it_is_applied_at_once_since_the_logs_reach_to_the_day()
    {
        using var house = await House.OpenAsync(_web);
        var plan = (await house.PrepareAsync(await house.TicketAsync(House.AllSafe, "Sensitive"))).Plan!;
        using var remediator = house.Remediator();
        var staged = (await remediator.StageAsync([plan], TimeSpan.Zero, default).ToListAsync()).Single().Remediation;

        var end = await house.ResumeAsync(staged);

        end.Problem.ShouldBeNull();
        end.Remediation.Status.ShouldBe(RemediationStatus.Applied);
    }

    [Fact]
    public async Task The_longest_name_of_a_policy_gives_a_name_that_IAM_takes_and_its_path_stays()
    {
        using var house = await House.OpenAsync(_web);
        var iam = house.Cloud.Zone.Iam.Of(_web);
        const string Wide = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sns:*","Resource":"*"}]}""";
        var policy = iam.AddPolicy(new NewPolicy { Name = new string('n', 128), Path = "/team/web/", Document = new(Wide) }, house.Cloud.Clock.GetUtcNow());
        iam.Role(House.AllSafe)!.Attach(policy.Arn);
        var ticket = new SonraiTicket
        {
            Title = "made up",
            Srn = "srn:test",
            Status = TicketStatus.New,
            Evidence =
            [
                new PolicyEvidence
                {
                    PolicyName = policy.Name,
                    PolicyArn = policy.Arn,
                    IdentityArn = SampleAccounts.Role(_web, House.AllSafe),
                    RecommendedPolicy = Wide.Replace("sns:*", "sns:Publish", StringComparison.Ordinal),
                },
            ],
        };

        (await house.ApplyAsync((await house.PrepareAsync(ticket)).Plan!)).Problem.ShouldBeNull();

        var made = iam.Policies.Single(one => one.Name.StartsWith("Sonrai-nnn", StringComparison.Ordinal));
        made.Name.Length.ShouldBe(128);
        made.Arn.ShouldContain(":policy/team/web/Sonrai-");
        iam.Role(House.AllSafe)!.Attached.ShouldNotContain(one => one.Arn == policy.Arn);
    }

    [Fact]
    public async Task Who_may_assume_a_role_is_rewritten_and_comes_back_byte_for_byte()
    {
        using var house = await House.OpenAsync(_web);
        var old = house.Picture(_web);
        var trust = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}]}""";
        house.Plan = house.Plan with { Method = RemediationBots.Resolve("Update role trust policy"), TrustPolicy = trust };

        var end = await house.RemedyAsync(await house.TicketAsync(House.AllSafe, "Sensitive"));

        end.Problem.ShouldBeNull();
        house.Cloud.Zone.Iam.Of(_web).Role(House.AllSafe)!.Trust.Json.ShouldBe(trust);
        (await house.UndoAsync(end.Remediation)).Problem.ShouldBeNull();
        house.Picture(_web).ShouldBe(old);
        house.Plan = house.Plan with { TrustPolicy = null };
        (await house.PrepareAsync(await house.TicketAsync(House.AllSafe, "Sensitive"))).Problem!.Id.ShouldBe("NoTrustRecommended");
    }

    private static string Edit(House house, string inline, bool withLedger = true)
    {
        house.Cloud.Zone.Iam.Of(_web).Role(House.AllSafe)!.Inline[inline] =
            new PolicyDocument("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"logs:*","Resource":"*"}]}""");
        return house.Picture(_web, withLedger);
    }

    private static async Task<List<string>> AllowedAsync(House house) =>
        await house.Analysis.Permissions.ListAsync(new EffectivePermissionQuery { Principals = [SampleAccounts.Role(_web, House.AllSafe)] }, default)
            .Where(one => one.Decision is PermissionDecision.Allowed or PermissionDecision.Conditional).Select(one => one.Action).ToListAsync();

    private static async Task<List<string>> UsedAsync(House house) =>
        await house.Analysis.Activity.ListAsync(new ActivityQuery { Principals = [SampleAccounts.Role(_web, House.AllSafe)] }, default)
            .Where(one => one.Count > 0).Select(one => one.Action).ToListAsync();
}
