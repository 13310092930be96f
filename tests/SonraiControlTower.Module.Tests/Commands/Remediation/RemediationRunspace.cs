using SonraiControlTower.Module.Tests.Hosting;

namespace SonraiControlTower.Module.Tests.Commands.Remediation;

/// <summary>The sandbox, with the bot's role in its accounts, and the tickets that are remedied there.</summary>
internal static class RemediationRunspace
{
    public const string Through = "-CollectorAccount 222233334444 -ExternalId $externalId";

    public const string Ticket = "(Get-SonraiLeastPrivilegeTicket AllSafeProdRole -ControlFramework '*Optimize Policy')";

    public const string Remedy = $"{Ticket} | Invoke-SonraiRemediation {Through} -Confirm:$false -PassThru";

    public static ModuleRunspace Open()
    {
        var sandbox = ModuleRunspace.InSandbox();
        sandbox.Run("$externalId = '9d2f6c1e-0a4b-4a55-8d1e-6f1f6f0f2b11'");

        // Accounts of the sample that let nobody in are told, as they are in life; the role of the tickets' account is what counts.
        sandbox.Run($"Install-SonraiCollectorRole {Through} -BotRoleName sonrai-bot-role -Confirm:$false");
        return sandbox;
    }
}
