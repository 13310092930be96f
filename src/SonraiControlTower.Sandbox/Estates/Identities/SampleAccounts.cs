namespace SonraiControlTower.Sandbox;

/// <summary>The accounts of SampleEstate.json, by what they are for.</summary>
internal static class SampleAccounts
{
    public static AccountId Management { get; } = AccountId.Parse("111122223333");
    public static AccountId Audit { get; } = AccountId.Parse("222233334444");
    public static AccountId LogArchive { get; } = AccountId.Parse("333344445555");
    public static AccountId SharedServices { get; } = AccountId.Parse("444455556666");
    public static AccountId Identity { get; } = AccountId.Parse("555566667777");
    public static AccountId NetworkHub { get; } = AccountId.Parse("666677778888");
    public static AccountId Dns { get; } = AccountId.Parse("777788889999");
    public static AccountId Build { get; } = AccountId.Parse("888899990000");
    public static AccountId BackupVault { get; } = AccountId.Parse("999900001111");
    public static AccountId DataProd { get; } = AccountId.Parse("000011112222");
    public static AccountId BookingApiProd { get; } = AccountId.Parse("111133335555");
    public static AccountId BookingWebProd { get; } = AccountId.Parse("222244446666");
    public static AccountId TrackingProd { get; } = AccountId.Parse("333355557777");
    public static AccountId TelemetryProd { get; } = AccountId.Parse("444466668888");
    public static AccountId BillingProd { get; } = AccountId.Parse("555577779999");
    public static AccountId DataTest { get; } = AccountId.Parse("666688880000");
    public static AccountId BookingTest { get; } = AccountId.Parse("777799991111");
    public static AccountId TrackingTest { get; } = AccountId.Parse("888800002222");
    public static AccountId RoutePlannerDev { get; } = AccountId.Parse("999911113333");
    public static AccountId BillingTest { get; } = AccountId.Parse("000022224444");
    public static AccountId HarbourlineBookings { get; } = AccountId.Parse("111144447777");
    public static AccountId HarbourlineData { get; } = AccountId.Parse("222255558888");
    public static AccountId SandboxPlatform { get; } = AccountId.Parse("333366669999");
    public static AccountId SandboxData { get; } = AccountId.Parse("444477770000");

    public static string Role(AccountId account, string name) => $"arn:aws:iam::{account}:role/{name}";
}
