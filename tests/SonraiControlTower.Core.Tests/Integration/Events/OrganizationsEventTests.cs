namespace SonraiControlTower.Core.Tests.Integration.Events;

public sealed class OrganizationsEventTests
{
    private const string Account = "123456789012";

    [Fact]
    public void What_came_of_a_creation_names_the_account()
    {
        var read = LifecycleEvent.Parse(Sample.Result("CreateAccountResult", "createAccountStatus", Account));

        read.Kind.ShouldBe(LifecycleEventKind.AccountChanged);
        read.AccountIds.ShouldBe([AccountId.Parse(Account)]);
    }

    [Fact]
    public void A_creation_that_failed_is_told_with_its_reason()
    {
        var read = LifecycleEvent.Parse(Sample.Result("CreateAccountResult", "createAccountStatus", Account, "FAILED"));

        read.Kind.ShouldBe(LifecycleEventKind.Failed);
        read.Reason.ShouldBe("It ended FAILED: EMAIL_ALREADY_EXISTS.");
    }

    [Fact]
    public void An_account_that_moved_has_changed_not_the_one_that_moved_it() =>
        LifecycleEvent.Parse(Sample.Organizations(
            "MoveAccount", $$""" "requestParameters": { "accountId": "{{Account}}", "sourceParentId": "r-a", "destinationParentId": "ou-a-b" } """))
            .AccountIds.ShouldBe([AccountId.Parse(Account)]);

    [Fact]
    public void An_invitation_that_was_accepted_names_the_account_among_the_parties()
    {
        var read = LifecycleEvent.Parse(Sample.Organizations("AcceptHandshake", $$"""
             "requestParameters": { "handshakeId": "h-abc" }, "responseElements": { "handshake": { "id": "h-abc", "action": "INVITE", "parties": [
               { "type": "ORGANIZATION", "id": "abcdefghij" }, { "type": "ACCOUNT", "id": "{{Account}}" } ] } }
            """));

        read.Kind.ShouldBe(LifecycleEventKind.AccountChanged);
        read.AccountIds.ShouldBe([AccountId.Parse(Account)]);
    }

    [Theory]
    [InlineData("AccountJoinedOrganization", LifecycleEventKind.AccountChanged)]
    [InlineData("AccountDepartedOrganization", LifecycleEventKind.Left)]
    public void Membership_is_read_wherever_the_account_stands(string name, string kind)
    {
        var details = LifecycleEvent.Parse(Sample.Organizations(name, $$""" "serviceEventDetails": { "membership": { "memberAccountId": "{{Account}}" } } """));
        var request = LifecycleEvent.Parse(Sample.Organizations(name, $$""" "requestParameters": { "accountId": "{{Account}}" } """));
        var neither = LifecycleEvent.Parse(Sample.Organizations(name, """ "serviceEventDetails": { "membership": { } } """));

        details.Kind.ShouldBe(kind);
        details.AccountIds.ShouldBe([AccountId.Parse(Account)]);
        request.AccountIds.ShouldBe([AccountId.Parse(Account)]);
        neither.Kind.ShouldBe(LifecycleEventKind.EverythingChanged);
    }

    [Fact]
    public void An_account_that_was_closed_or_taken_out_has_left()
    {
        LifecycleEvent.Parse(Sample.Result("CloseAccountResult", "closeAccountStatus", Account)).Kind.ShouldBe(LifecycleEventKind.Left);
        LifecycleEvent.Parse(Sample.Organizations("RemoveAccountFromOrganization", $$""" "requestParameters": { "accountId": "{{Account}}" } """))
            .Kind.ShouldBe(LifecycleEventKind.Left);
    }

    [Fact]
    public void A_call_that_AWS_refused_changed_nothing() =>
        LifecycleEvent.Parse(Sample.Organizations(
            "MoveAccount", $$""" "errorCode": "AccessDenied", "requestParameters": { "accountId": "{{Account}}" } """))
            .Kind.ShouldBe(LifecycleEventKind.Failed);

    [Theory]
    [InlineData("CreateAccount", LifecycleEventKind.NotForUs)]
    [InlineData("CloseAccount", LifecycleEventKind.NotForUs)]
    [InlineData("CreatePolicy", LifecycleEventKind.EverythingChanged)]
    public void A_call_that_only_begins_something_is_not_for_us_and_an_unknown_one_may_change_anything(string name, string kind) =>
        LifecycleEvent.Parse(Sample.Organizations(name, """ "requestParameters": { } """)).Kind.ShouldBe(kind);

    [Fact]
    public void What_only_read_is_not_for_us() =>
        LifecycleEvent.Parse(Sample.Organizations("ListAccounts", """ "requestParameters": null """).Replace("\"readOnly\": false", "\"readOnly\": true", StringComparison.Ordinal))
            .Kind.ShouldBe(LifecycleEventKind.NotForUs);
}
