namespace SonraiControlTower.Module.Tests.Commands.Tickets;

/// <summary>Tickets that the sandbox starts with, by their SRNs.</summary>
internal static class SampleTickets
{
    /// <summary>About the role BookingApiProdRole of 111133335555: critical, with a managed and an embedded policy.</summary>
    public static string BookingApi { get; } = Srn('1');

    /// <summary>About the user ci-deployer of 888899990000.</summary>
    public static string CiDeployer { get; } = Srn('3');

    /// <summary>About the role of the collector in 222233334444.</summary>
    public static string Collector { get; } = Srn('7');

    /// <summary>About the role BookingLegacyBatchRole of 777799991111, which has no policies.</summary>
    public static string LegacyBatch { get; } = Srn('9');

    private static string Srn(char number) => $"srn:sandbox::Ticket/7f3c000{number}-5d20-4b8e-9c11-6a0e4f2d000{number}";
}
