namespace SonraiControlTower.Sandbox.Tests.Remediation;

/// <summary>An identity that old and new policies together would be too many for.</summary>
public sealed class CrowdedTests
{
    private const string Admin = "BreakGlassAdmin";

    private static readonly AccountId _account = SampleAccounts.SharedServices;
    private static readonly AccountId _web = SampleAccounts.BookingWebProd;

    [Fact]
    public async Task Some_of_the_new_policies_are_embedded_until_the_old_one_is_gone()
    {
        using var house = await House.OpenAsync(_account);
        var old = house.Picture(_account);

        var end = await house.RemedyAsync(await house.TicketAsync(Admin));

        end.Problem.ShouldBeNull();
        end.Remediation.Remarks.ShouldContain(remark => remark.Contains("are embedded in the identity", StringComparison.Ordinal));
        var role = house.Cloud.Zone.Iam.Of(_account).Role(Admin)!;
        role.Attached.Count.ShouldBe(10);
        role.Attached.ShouldAllBe(policy => policy.Name.StartsWith("Sonrai-AdministratorAccess-", StringComparison.Ordinal));
        role.Inline.ShouldBeEmpty();
        (await house.UndoAsync(end.Remediation)).Problem.ShouldBeNull();
        house.Picture(_account).ShouldBe(old);
    }

    [Fact]
    public async Task Killed_at_any_change_it_is_finished_or_taken_back()
    {
        using var house = await House.OpenAsync(_account);
        var old = house.Picture(_account);
        var changes = int.MaxValue;
        for (var at = 1; at <= changes; at++)
        {
            var plan = (await house.PrepareAsync(await house.TicketAsync(Admin))).Plan!;
            house.Intruder.Reset(at, isAfter: at % 2 == 0);
            try
            {
                (await house.ApplyAsync(plan)).Problem.ShouldBeNull();
                changes = house.Intruder.Changes;
            }
            catch (Killed)
            {
                house.Intruder.Reset();
                if (at % 3 == 0)
                {
                    (await house.ResumeAsync(house.Journal.Find(plan.Id)!)).Problem.ShouldBeNull($"at {at}");
                }
            }

            house.Intruder.Reset();
            (await house.UndoAsync(house.Journal.Find(plan.Id)!)).Problem.ShouldBeNull($"at {at}");
            house.Picture(_account).ShouldBe(old, $"at {at}");
        }

        changes.ShouldBeGreaterThan(20);
    }

    [Fact]
    public async Task Where_IAMs_quota_of_policies_is_used_up_the_new_ones_are_embedded_until_the_old_ones_are_gone()
    {
        using var house = await House.OpenAsync(_web);
        var iam = house.Cloud.Zone.Iam.Of(_web);
        var role = iam.Role(House.AllSafe)!;
        for (var number = 0; role.Attached.Count < 10; number++)
        {
            role.Attach(iam.AddPolicy(
                new NewPolicy { Name = $"filler-{number}", Document = new("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:GetCallerIdentity","Resource":"*"}]}""") },
                house.Cloud.Clock.GetUtcNow()).Arn);
        }

        var old = house.Picture(_web);
        house.Plan = house.Plan with { PolicyNames = ["AmazonSQSFullAccess"] };

        var end = await house.RemedyAsync(await house.TicketAsync(House.AllSafe, "Sensitive"));

        end.Problem.ShouldBeNull();
        end.Remediation.Steps.ShouldContain(step => step.Change is PutInlinePolicy);
        role.Inline.Keys.ShouldBe(["monitoring"]);
        role.Attached.Count.ShouldBe(10);
        role.Attached.ShouldNotContain(policy => policy.Name == "AmazonSQSFullAccess");
        (await house.UndoAsync(end.Remediation)).Problem.ShouldBeNull();
        house.Picture(_web).ShouldBe(old);
    }
}
