using System.Text;

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
        var watch = new RemediationWatch(house.Journal, house.Analysis.Activity, house.Dig);
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

    private static async Task DenyAsync(House house, string source, string name)
    {
        var at = house.Cloud.Clock.GetUtcNow();
        var json = $$$$"""
            {"Records":[{"eventVersion":"1.09","userIdentity":{"type":"AssumedRole","principalId":"AROA:x","arn":"arn:aws:sts::{{{{_account}}}}:assumed-role/{{{{House.AllSafe}}}}/x",
            "accountId":"{{{{_account}}}}","sessionContext":{"sessionIssuer":{"type":"Role","principalId":"AROA","arn":"{{{{SampleAccounts.Role(_account, House.AllSafe)}}}}","accountId":"{{{{_account}}}}","userName":"{{{{House.AllSafe}}}}"}}},
            "eventTime":"{{{{at:yyyy-MM-ddTHH:mm:ssZ}}}}","eventSource":"{{{{source}}}}","eventName":"{{{{name}}}}","awsRegion":"eu-west-1","sourceIPAddress":"1.2.3.4","errorCode":"AccessDenied",
            "eventID":"{{{{Guid.NewGuid()}}}}","eventType":"AwsApiCall","recipientAccountId":"{{{{_account}}}}","eventCategory":"Management"}]}
            """;
        var bytes = Encoding.UTF8.GetBytes(json);
        var file = new LogFile($"{name}.json", bytes.Length) { OpenAsync = _ => Task.FromResult<Stream>(new MemoryStream(bytes)) };
        await house.Analysis.Activity.ImportAsync(new[] { file }.ToAsyncEnumerable(), news => news.Problem.ShouldBeNull(), default);
    }
}
