namespace SonraiControlTower.Sandbox.Tests.Remediation;

/// <summary>Whoever misses what was taken away is heard.</summary>
public sealed class WatchTests
{
    private static readonly AccountId _account = SampleAccounts.BookingWebProd;

    [Fact]
    public async Task A_denied_call_of_a_removed_action_opens_the_ticket_again_and_is_told_once()
    {
        using var house = await House.OpenAsync(_account);
        var applied = (await house.RemedyAsync(await house.TicketAsync(House.AllSafe, "Sensitive"))).Remediation;
        var watch = new RemediationWatch(house.Journal, house.Analysis, house.Dig);
        (await watch.LookAsync(default).ToListAsync()).ShouldBeEmpty();
        house.Cloud.Clock.Advance(TimeSpan.FromHours(3));

        await DenyAsync(house, "iam.amazonaws.com", "CreateAccessKey");
        await DenyAsync(house, "ec2.amazonaws.com", "DescribeRegions");

        var regression = (await watch.LookAsync(default).ToListAsync()).Single();
        regression.Remediation.Id.ShouldBe(applied.Id);
        regression.Actions.ShouldBe(["iam:CreateAccessKey"]);
        regression.Problem.ShouldBeNull();
        var ticket = await house.TicketAsync(House.AllSafe, "Sensitive");
        ticket.Status.ShouldBe(TicketStatus.New);
        ticket.Comments![^1].Body.ShouldContain($"Undo-SonraiRemediation {applied.Id}");
        (await watch.LookAsync(default).ToListAsync()).ShouldBeEmpty();
        (await house.UndoAsync(house.Journal.Find(applied.Id)!)).Problem.ShouldBeNull();
    }

    [Fact]
    public async Task A_member_of_a_changed_group_that_misses_something_is_heard_too()
    {
        var account = SampleAccounts.HarbourlineBookings;
        using var house = await House.OpenAsync(account);
        var ticket = await house.TicketAsync("hl-operators");
        var applied = (await house.RemedyAsync(ticket)).Remediation;
        var watch = new RemediationWatch(house.Journal, house.Analysis, house.Dig);
        house.Cloud.Clock.Advance(TimeSpan.FromHours(3));

        await house.TellAsync(User(house, account, "hl.brandt", "s3.amazonaws.com", "DeleteBucket"));
        await house.TellAsync(User(house, account, "hl.kowalski", "s3.amazonaws.com", "DeleteBucket"));

        var regression = (await watch.LookAsync(default).ToListAsync()).Single();
        regression.Remediation.Id.ShouldBe(applied.Id);
        regression.Actions.ShouldBe(["s3:DeleteBucket"]);
        regression.Remediation.Reason!.ShouldContain("s3:DeleteBucket (to hl.brandt, ");
        regression.Remediation.Reason!.ShouldNotContain("kowalski");
    }

    private static Task DenyAsync(House house, string source, string name) => house.TellAsync(Denied(
        house, _account, source, name, $$$$"""
        {"type":"AssumedRole","principalId":"AROA:x","arn":"arn:aws:sts::{{{{_account}}}}:assumed-role/{{{{House.AllSafe}}}}/x",
        "accountId":"{{{{_account}}}}","sessionContext":{"sessionIssuer":{"type":"Role","principalId":"AROA","arn":"{{{{SampleAccounts.Role(_account, House.AllSafe)}}}}","accountId":"{{{{_account}}}}","userName":"{{{{House.AllSafe}}}}"}}}
        """));

    private static string User(House house, AccountId account, string user, string source, string name) => Denied(
        house, account, source, name, $$$"""{"type":"IAMUser","principalId":"AIDA","arn":"arn:aws:iam::{{{account}}}:user/{{{user}}}","accountId":"{{{account}}}","userName":"{{{user}}}"}""");

    private static string Denied(House house, AccountId account, string source, string name, string identity) => $$$$"""
        {"Records":[{"eventVersion":"1.09","userIdentity":{{{{identity}}}},
        "eventTime":"{{{{house.Cloud.Clock.GetUtcNow():yyyy-MM-ddTHH:mm:ssZ}}}}","eventSource":"{{{{source}}}}","eventName":"{{{{name}}}}","awsRegion":"eu-west-1","sourceIPAddress":"1.2.3.4",
        "errorCode":"AccessDenied","eventID":"{{{{Guid.NewGuid()}}}}","eventType":"AwsApiCall","recipientAccountId":"{{{{account}}}}","eventCategory":"Management"}]}
        """;
}
