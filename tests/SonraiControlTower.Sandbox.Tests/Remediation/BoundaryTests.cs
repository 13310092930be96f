namespace SonraiControlTower.Sandbox.Tests.Remediation;

/// <summary>A policy that bounds an identity may bound others, too: it is copied, never changed.</summary>
public sealed class BoundaryTests
{
    [Fact]
    public async Task A_boundary_that_a_ticket_finds_too_wide_is_replaced_by_a_copy_and_comes_back()
    {
        var account = SampleAccounts.BillingProd;
        using var house = await House.OpenAsync(account);
        var iam = house.Cloud.Zone.Iam.Of(account);
        var role = iam.Roles.First(one => one.BoundaryArn is not null);
        var boundary = iam.Policy(role.BoundaryArn!)!;
        var (old, document) = (house.Picture(account), boundary.Default.Document!.Json);
        var ticket = new SonraiTicket
        {
            Title = "made up",
            Srn = "srn:test",
            Status = TicketStatus.New,
            Evidence =
            [
                new PolicyEvidence
                {
                    PolicyName = boundary.Name,
                    PolicyArn = boundary.Arn,
                    IdentityArn = role.Arn,
                    OriginalPolicy = document,
                    RecommendedPolicy = document.Replace("\"Statement\":[", """
                        "Statement":[{"Sid":"NoKeys","Effect":"Deny","Action":"iam:CreateAccessKey","Resource":"*"},
                        """, StringComparison.Ordinal),
                },
            ],
        };

        var end = await house.ApplyAsync((await house.PrepareAsync(ticket)).Plan!);

        end.Problem.ShouldBeNull();
        role.BoundaryArn.ShouldNotBe(boundary.Arn);
        iam.Policy(role.BoundaryArn!)!.Default.Document!.Json.ShouldContain("NoKeys");
        boundary.Default.Document!.Json.ShouldBe(document);
        (await house.UndoAsync(end.Remediation)).Problem.ShouldBeNull();
        house.Picture(account).ShouldBe(old);
    }
}
