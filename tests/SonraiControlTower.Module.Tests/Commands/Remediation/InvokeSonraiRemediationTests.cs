using SonraiControlTower.Module.Tests.Hosting;
using static SonraiControlTower.Module.Tests.Commands.Remediation.RemediationRunspace;

namespace SonraiControlTower.Module.Tests.Commands.Remediation;

public sealed class InvokeSonraiRemediationTests : IDisposable
{
    private readonly ModuleRunspace _sandbox = Open();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void A_ticket_is_remedied_and_closed_with_a_comment()
    {
        var run = _sandbox.Run(Remedy);

        run.Errors.ShouldBeEmpty();
        run.Strings("Status").ShouldBe(["Applied"]);
        run.Strings("IdentityName").ShouldBe(["AllSafeProdRole"]);
        var ticket = _sandbox.Run("Get-SonraiLeastPrivilegeTicket AllSafeProdRole -ControlFramework '*Optimize Policy' -Status CLOSED -Detailed");
        ticket.Output.ShouldHaveSingleItem();
        _sandbox.Run("(Get-SonraiLeastPrivilegeTicket AllSafeProdRole -ControlFramework '*Optimize Policy' -Status CLOSED -Detailed).Comments.Body")
            .Output.Select(line => line.ToString()).ShouldContain(body => body.Contains(run.Strings("Id").Single()!, StringComparison.Ordinal));
    }

    [Fact]
    public void Without_PassThru_nothing_is_given() =>
        _sandbox.Run($"{Ticket} | Invoke-SonraiRemediation {Through} -Confirm:$false").Output.ShouldBeEmpty();

    [Fact]
    public void WhatIf_changes_nothing()
    {
        var run = _sandbox.Run($"{Ticket} | Invoke-SonraiRemediation {Through} -WhatIf -PassThru");

        run.Errors.ShouldBeEmpty();
        run.Output.ShouldBeEmpty();
        _sandbox.Run("Get-SonraiRemediation").Output.ShouldBeEmpty();
        _sandbox.Run($"{Ticket}.Status").Output.Single().ToString().ShouldBe("NEW");
    }

    [Fact]
    public void A_bot_that_nobody_knows_is_told() =>
        _sandbox.Run($"{Ticket} | Invoke-SonraiRemediation {Through} -Bot nobody -Confirm:$false").OnlyError("BotNotFound");

    [Fact]
    public void A_method_and_a_bot_at_once_are_refused() =>
        _sandbox.Run($"{Ticket} | Invoke-SonraiRemediation {Through} -Method CreatePolicyAndAssign -Bot nobody -Confirm:$false").Errors.ShouldHaveSingleItem();

    [Fact]
    public void Tickets_that_are_not_there_are_told_one_by_one_and_the_rest_is_done()
    {
        var run = _sandbox.Run($"'srn:a', {Ticket}.Srn, 'srn:b', 'srn:c' | Invoke-SonraiRemediation {Through} -Confirm:$false -PassThru");

        run.ErrorIds.ShouldBe(["TicketNotFound", "TicketNotFound", "TicketNotFound"]);
        run.Errors.Select(error => error.TargetObject).ShouldBe(["srn:a", "srn:b", "srn:c"], ignoreOrder: true);
        run.Strings("Status").ShouldBe(["Applied"]);
    }

    [Fact]
    public void Without_the_bots_role_nothing_is_changed()
    {
        using var bare = ModuleRunspace.InSandbox();

        bare.Run($"$externalId = '9d2f6c1e-0a4b-4a55-8d1e-6f1f6f0f2b11'; {Remedy}").OnlyError("BotRoleNotGiven");
        bare.Run($"{Ticket}.Status").Output.Single().ToString().ShouldBe("NEW");
    }

    [Fact]
    public void The_unused_sensitive_permissions_are_gone_and_nothing_is_gained()
    {
        const string Sensitive = "Get-SonraiEffectivePermission -Principal AllSafeProdRole -Sensitive";
        var before = _sandbox.Run(Sensitive).Strings("Action").ToList();

        _sandbox.Run(Remedy).Errors.ShouldBeEmpty();

        var after = _sandbox.Run(Sensitive).Strings("Action").ToList();
        after.Count.ShouldBeLessThan(before.Count);
        after.Except(before).ShouldBeEmpty();
    }
}
