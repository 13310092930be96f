using System.Security.Cryptography;
using System.Text;

namespace SonraiControlTower.Module.Tests.Commands.Tickets;

/// <summary>Tickets that the analysis of the sandbox makes, by their SRNs: the same control policy about the same identity has the same everywhere.</summary>
internal static class SampleTickets
{
    /// <summary>About the role BookingApiProdRole of 111133335555: critical, with a managed and an embedded policy.</summary>
    public static string BookingApi { get; } = Srn("AWS Roles: Unused Sensitive Permissions", "arn:aws:iam::111133335555:role/BookingApiProdRole");

    /// <summary>About the user ci-deployer of 888899990000.</summary>
    public static string CiDeployer { get; } = Srn("AWS Users: Unused Sensitive Permissions", "arn:aws:iam::888899990000:user/ci-deployer");

    /// <summary>About the role of the collector in 222233334444.</summary>
    public static string Collector { get; } = Srn("AWS Roles: Unused Sensitive Permissions", "arn:aws:iam::222233334444:role/sonrai-collector-role");

    /// <summary>About the role BookingLegacyBatchRole of 777799991111, which has no policies.</summary>
    public static string LegacyBatch { get; } = Srn("AWS Roles: Unused Roles", "arn:aws:iam::777799991111:role/BookingLegacyBatchRole");

    private static string Srn(string policy, string identityArn) =>
        $"srn:sandbox::Ticket/{new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{policy}\n{identityArn}")).AsSpan(0, 16))}";
}
