using System.Text.Json;

namespace SonraiControlTower.Sandbox.Tests.Estates.Identities;

public sealed class HouseholdsTests
{
    private readonly LandingZone _zone = LandingZone.Sample(Zones.Clock());

    [Fact]
    public void Somebody_lives_in_every_account_that_is_active_and_in_no_other() =>
        Households.Accounts.ShouldBe(_zone.ReadableAccounts, ignoreOrder: true);

    [Fact]
    public async Task The_estate_is_as_large_as_a_company_of_middle_size()
    {
        var entities = await _zone.EntitiesAsync();

        entities.Count(entity => entity is IamUserDetail or IamRoleDetail).ShouldBeInRange(150, 350);
        entities.OfType<IamGroupDetail>().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task The_same_day_has_the_same_people_with_the_same_ids()
    {
        var other = LandingZone.Sample(Zones.Clock());

        Written(await other.EntitiesAsync()).ShouldBe(Written(await _zone.EntitiesAsync()));

        static IEnumerable<string> Written(IEnumerable<IamEntity> entities) => entities.Select(entity => JsonSerializer.Serialize(entity, entity.GetType()));
    }

    [Theory]
    [InlineData("222244446666", "AllSafeProdRole")]
    [InlineData("111133335555", "BookingApiProdRole")]
    [InlineData("000011112222", "DataPlatformAdminRole")]
    [InlineData("444466668888", "TelemetryIngestRole")]
    [InlineData("222255558888", "HarbourlineImportRole")]
    [InlineData("444455556666", "BreakGlassAdmin")]
    [InlineData("777799991111", "BookingLegacyBatchRole")]
    [InlineData("888800002222", "RouteplannerLambdaRole")]
    [InlineData("888899990000", "ci-deployer")]
    [InlineData("666688880000", "legacy-reporting")]
    [InlineData("555577779999", "billing-operators")]
    public async Task Those_whom_the_documentation_speaks_of_are_there(string account, string name)
    {
        var entities = await _zone.AuthorizationDetails(AccountId.Parse(account)).ToListAsync();

        entities.ShouldContain(entity => entity.Arn.EndsWith($"/{name}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_role_of_the_tour_has_policies_of_each_kind_and_uses_a_few_of_its_rights()
    {
        var role = (await _zone.AuthorizationDetails(SampleAccounts.BookingWebProd).ToListAsync()).OfType<IamRoleDetail>().Single(one => one.Role.Name == "AllSafeProdRole");

        role.AttachedPolicies.Select(policy => policy.Arn).ShouldBe(
            ["arn:aws:iam::222244446666:policy/AllSafeProdAccess", "arn:aws:iam::aws:policy/AmazonSQSFullAccess"]);
        role.InlinePolicies.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Somebody_has_as_many_policies_as_a_user_can_and_shares_one_and_a_role_has_an_inline_policy_as_long_as_it_can_be()
    {
        var data = await _zone.AuthorizationDetails(SampleAccounts.SandboxData).ToListAsync();
        var platform = await _zone.AuthorizationDetails(SampleAccounts.SandboxPlatform).ToListAsync();

        data.OfType<IamUserDetail>().Single().AttachedPolicies.Count.ShouldBe(10);
        data.OfType<IamPolicyDetail>().Single(policy => policy.Policy.Name == "playground-data").Policy.AttachmentCount.ShouldBe(2);
        platform.OfType<IamRoleDetail>().Single(role => role.Role.Name == "old-proof-of-concept").InlinePolicies.Single().Document.Json.Length.ShouldBeInRange(10_000, 10_240);
    }

    [Fact]
    public async Task Whatever_is_attached_or_bounds_is_told_with_what_it_says()
    {
        foreach (var account in _zone.ReadableAccounts)
        {
            var entities = await _zone.AuthorizationDetails(account).ToListAsync();
            var policies = entities.OfType<IamPolicyDetail>().ToDictionary(policy => policy.Arn, policy => policy.DefaultDocument);
            var named = entities.SelectMany(Attached).Distinct();

            named.ShouldAllBe(arn => policies.ContainsKey(arn) && policies[arn] != null);
        }
    }

    [Fact]
    public async Task Every_policy_is_one_that_IAM_would_take()
    {
        foreach (var entity in await _zone.EntitiesAsync())
        {
            foreach (var document in Documents(entity))
            {
                Should.NotThrow(() => PolicyText.Of(document), document.Json);
                var sids = JsonElement.Parse(document.Json).GetProperty("Statement").EnumerateArray()
                    .Where(statement => statement.TryGetProperty("Sid", out _)).Select(statement => statement.GetProperty("Sid").GetString()).ToList();
                sids.ShouldBeUnique();
            }
        }
    }

    [Fact]
    public async Task Groups_give_their_users_what_they_have()
    {
        var aws = new SandboxAws(_zone);
        var iam = _zone.Iam.Of(SampleAccounts.Identity);
        var reader = iam.Find(IamIdentity.User("tomas.brandt"))!;
        var caller = new Caller(SampleAccounts.Identity, reader.Arn, reader.Arn, reader.Identity, reader.Id);

        Should.NotThrow(() => _zone.Authorizer.Demand(caller, "iam:ListRoles", "*"));
        Should.Throw<AwsFault>(() => _zone.Authorizer.Demand(caller, "iam:CreateUser", "*"));
        (await _zone.AuthorizationDetails(SampleAccounts.Identity).ToListAsync()).OfType<IamUserDetail>()
            .Single(user => user.Name == "maren.oduya").Groups.ShouldBe(["identity-admins", "readers"]);
        aws.RequestCounts.ShouldBeEmpty();
    }

    [Fact]
    public void What_anybody_does_with_success_its_policies_allow_there_and_nothing_else()
    {
        var wrong = new List<string>();
        foreach (var account in _zone.ReadableAccounts)
        {
            var iam = _zone.Iam.Of(account);
            foreach (var inhabitant in _zone.HouseholdOf(account).Inhabitants)
            {
                var statements = iam.DocumentsOf(iam.Find(inhabitant.Identity)!).SelectMany(document => PolicyText.Of(document).Statements).ToList();
                foreach (var habit in inhabitant.Habits.Where(habit => !habit.Call.StartsWith("billingconsole:", StringComparison.Ordinal)))
                {
                    if (statements.Any(one => one.Allows && Covers(one, account, inhabitant.Identity.Name, habit)) != (habit.Error?.IsDenial != true))
                    {
                        wrong.Add($"{account} {inhabitant.Identity} {habit.Call} {habit.On}");
                    }
                }
            }
        }

        wrong.ShouldBeEmpty();
    }

    private static bool Covers(Statement statement, AccountId account, string name, Habit habit)
    {
        var call = Calls.Of(habit.Call);
        var on = habit.On.Split('|');
        var target = call.Target
            .Replace("{account}", account.ToString(), StringComparison.Ordinal)
            .Replace("{region}", "eu-west-1", StringComparison.Ordinal)
            .Replace("{0}", call.Service == "secretsmanager" ? $"{on[0]}-AbCdEf" : on[0], StringComparison.Ordinal)
            .Replace("{1}", on[^1], StringComparison.Ordinal);
        return statement.Actions.Any(pattern => Glob.IsMatch(call.Action, pattern, ignoreCase: true)) != statement.ExceptActions
            && statement.Resources!.Any(pattern => Glob.IsMatch(target, pattern.Replace("${aws:username}", name, StringComparison.Ordinal))) != statement.ExceptResources;
    }

    private static IEnumerable<string> Attached(IamEntity entity) => entity switch
    {
        IamUserDetail user => user.AttachedPolicies.Select(policy => policy.Arn).Concat(user.PermissionsBoundaryArn is { } arn ? [arn] : []),
        IamGroupDetail group => group.AttachedPolicies.Select(policy => policy.Arn),
        IamRoleDetail role => role.AttachedPolicies.Select(policy => policy.Arn).Concat(role.Role.PermissionsBoundaryArn is { } arn ? [arn] : []),
        _ => [],
    };

    private static IEnumerable<PolicyDocument> Documents(IamEntity entity) => entity switch
    {
        IamUserDetail user => user.InlinePolicies.Select(policy => policy.Document),
        IamGroupDetail group => group.InlinePolicies.Select(policy => policy.Document),
        IamRoleDetail role => role.InlinePolicies.Select(policy => policy.Document).Append(role.Role.TrustPolicy!),
        IamPolicyDetail policy => [policy.DefaultDocument!],
        _ => [],
    };
}
