namespace SonraiControlTower.Engine.Tests.Tickets.Controls;

public sealed class ControlsTests
{
    [Fact]
    public void Every_control_policy_belongs_to_a_framework_of_least_privilege()
    {
        var frameworks = FrameworkCatalogue.Read("acme").Where(framework => framework.Title.StartsWith("Least Privilege", StringComparison.Ordinal)).ToList();

        Engine.Controls.All.Select(control => control.Title).Order().ShouldBe(frameworks.SelectMany(framework => framework.Policies!).Order());
    }

    [Theory]
    [InlineData("iam:PassRole lambda:CreateFunction s3:GetObject", "s3:GetObject", 80)]
    [InlineData("s3:GetObject sqs:SendMessage", "sqs:SendMessage", 45)]
    public void Unused_sensitive_permissions_matter_by_the_gravest_class(string granted, string used, int atLeast)
    {
        var found = Found(Identities.Having(granted, used));

        found["AWS Roles: Unused Sensitive Permissions"].ShouldBeInRange(atLeast, atLeast + 10);
        found.Count.ShouldBe(1);
    }

    [Fact]
    public void Who_uses_all_that_is_sensitive_has_no_ticket()
    {
        Found(Identities.Having("s3:GetObject ec2:DescribeInstances", "s3:GetObject")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(IamKind.User, "AWS Users: Unused Sensitive Permissions")]
    [InlineData(IamKind.Group, "AWS Groups: Unused Sensitive Permissions")]
    public void Users_and_groups_have_their_own(string kind, string title)
    {
        Found(Identities.Having("iam:PassRole s3:GetObject", "s3:GetObject", kind)).Keys.ShouldBe([title]);
    }

    [Fact]
    public void What_is_forbidden_anyhow_is_no_risk()
    {
        var bounded = Identities.Having("iam:PassRole s3:ListAllMyBuckets", "s3:ListAllMyBuckets") with { Possible = Identities.SetOf("s3:ListAllMyBuckets") };

        Found(bounded).ShouldBeEmpty();
    }

    [Fact]
    public void What_waits_is_not_held_against_anybody()
    {
        var one = Identities.Having("iam:PassRole s3:GetObject", "s3:GetObject");

        Found(one with { Needs = [.. one.Needs.Select(need => need with { Advice = RecommendationAdvice.Wait })] }).ShouldBeEmpty();
    }

    [Fact]
    public void An_administrator_has_one_ticket_for_what_is_unused()
    {
        var busy = Found(Identities.Having("*", "s3:GetObject iam:CreateRole"));
        var idle = Found(Identities.Having("*"));

        busy.ShouldBe(new Dictionary<string, int> { ["AWS Administrators: Unused Administrative Permissions"] = 88 });
        idle.ShouldBe(new Dictionary<string, int> { ["AWS Administrators: Unused Administrative Permissions"] = 95 });
    }

    [Theory]
    [InlineData("999988887777", true)]
    [InlineData("arn:aws:iam::999988887777:root", true)]
    [InlineData("arn:aws:iam::222233334444:root", false)]
    [InlineData("AIDAEXAMPLEEXAMPLE", false)]
    public void An_administrator_that_other_organizations_may_assume_is_found(string trusted, bool isFound)
    {
        var trust = $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"{{trusted}}"},"Action":"sts:AssumeRole"}]}""";

        var found = Found(Identities.Having("*", trust: trust).Among("111122223333", "222233334444"));

        found.ContainsKey("AWS Administrators: Access from Outside the Organization").ShouldBe(isFound);
    }

    [Fact]
    public void Where_nothing_is_known_of_the_organization_nobody_is_outside()
    {
        var trust = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"999988887777"},"Action":"sts:AssumeRole"}]}""";

        Found(Identities.Having("*", trust: trust)).Count.ShouldBe(1);
    }

    [Fact]
    public void A_role_that_nobody_uses_has_one_ticket()
    {
        Found(Identities.Having("iam:PassRole s3:GetObject")).Keys.ShouldBe(["AWS Roles: Unused Roles"]);
    }

    [Fact]
    public void A_role_that_IAM_saw_in_use_is_not_unused()
    {
        var one = Identities.Having("sqs:GetQueueUrl");

        Found(one with { Identity = one.Identity with { LastUsedAt = Identities.Now.AddDays(-10) } }).ShouldBeEmpty();
        Found(one with { Identity = one.Identity with { LastUsedAt = Identities.Now.AddDays(-100) } }).Count.ShouldBe(1);
    }

    [Fact]
    public void A_role_too_young_to_tell_is_not_unused()
    {
        Found(Identities.Having("sqs:GetQueueUrl") with { IsObserved = false }).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"Principal":"*"}""", true)]
    [InlineData("""{"Principal":{"AWS":["*"]}}""", true)]
    [InlineData("""{"NotPrincipal":{"AWS":"arn:aws:iam::111122223333:user/mallory"}}""", true)]
    [InlineData("""{"Principal":"*","Condition":{"StringEquals":{"aws:principalorgid":"o-a1b2c3d4e5"}}}""", false)]
    [InlineData("""{"Principal":"*","Condition":{"StringEquals":{"aws:RequestedRegion":"eu-west-1"}}}""", true)]
    [InlineData("""{"Principal":{"AWS":"111122223333"}}""", false)]
    public void A_role_that_lets_everybody_in_is_found(string whom, bool isFound)
    {
        var trust = $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole",{{whom[1..]}}]}""";

        Found(Identities.Having("s3:GetObject", "s3:GetObject", trust: trust)).ContainsKey("AWS Roles: Assumable by Any Principal").ShouldBe(isFound);
    }

    [Fact]
    public void A_service_admin_is_who_has_all_of_a_service_and_needs_less_than_half()
    {
        const string Title = "AWS Service Admins: Unused Service Permissions";

        Found(Identities.Having("sqs:* ec2:DescribeInstances", "sqs:SendMessage ec2:DescribeInstances")).ShouldContainKeyAndValue(Title, 55);
        Found(Identities.Having("sqs:*", "sqs:*")).ShouldBeEmpty();
        Found(Identities.Having("sqs:* ec2:DescribeInstances", "sqs:SendMessage") with { Unlimited = Identities.SetOf("sqs:SendMessage") }).ShouldNotContainKey(Title);
    }

    private static Dictionary<string, int> Found(Examined one) => Engine.Controls.All
        .Select(control => (control.Title, Severity: control.Judge(one)))
        .Where(judged => judged.Severity is not null)
        .ToDictionary(judged => judged.Title, judged => judged.Severity!.Value);
}
