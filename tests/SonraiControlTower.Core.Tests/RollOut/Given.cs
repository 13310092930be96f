using SonraiControlTower.Core.Tests.Ports;

namespace SonraiControlTower.Core.Tests.RollOut;

/// <summary>What tests of the roll-out share: an organization, a role, and runs as the commands make them.</summary>
internal static class Given
{
    public const string ExternalIdText = "the-external-id";
    public static readonly AccountId Collector = AccountId.Parse("000000000002");

    public static CollectorRole Role { get; } = new() { CollectorAccount = Collector, ExternalId = ExternalId.Parse(ExternalIdText) };

    public static RollOutPlan Plan { get; } = new() { Role = Role.Deploy() };

    public static RollOutPlan ServicePlan { get; } = Plan with { PermissionModel = PermissionModel.ServiceManaged };

    /// <summary>An organization: the management account, the collector's, and others up to that many, ten of them in a unit of their own.</summary>
    public static FakeAws Organization(int accounts)
    {
        var aws = new FakeAws();
        aws.Organizations.AddAccount(aws.Organizations.Root, "Management");
        var unit = aws.Organizations.AddUnit(aws.Organizations.Root, "Workloads");
        for (var number = 2; number <= accounts; number++)
        {
            aws.Organizations.AddAccount(number % 3 == 0 ? unit : aws.Organizations.Root);
        }

        return aws;
    }

    public static Task<RollOutScope> EverybodyAsync(this FakeAws aws, params string[] units) =>
        RollOutScope.ReadAsync(aws.Organizations, units, [], default);

    public static async Task<RoleInstaller> InstallerAsync(this FakeAws aws, RollOutPlan plan) =>
        new(await StackSetHome.OpenAsync(aws, new AwsAccess(), default), plan, aws.Clock);

    /// <summary>An installation as the command makes one: prepare, agree to everything, install.</summary>
    public static async Task<Told> InstallAsync(this FakeAws aws, RollOutPlan? plan = null, RollOutScope? scope = null)
    {
        var installer = await aws.InstallerAsync(plan ?? Plan);
        var work = await installer.PrepareAsync(scope ?? await aws.EverybodyAsync(), default);
        var news = await installer.InstallAsync(work, [.. work.Open], work.Overwriting is not null, default).ReadAllAsync();
        return new([.. work.Notices, .. work.Known, .. news]);
    }

    public static async Task<Told> UpdateAsync(this FakeAws aws, RoleChange change, RollOutPlan? plan = null, RollOutScope? scope = null)
    {
        var updater = new RoleUpdater(await StackSetHome.OpenAsync(aws, new AwsAccess(), default), plan ?? Plan, change, aws.Clock);
        var work = await updater.PrepareAsync(scope ?? await aws.EverybodyAsync(), default);
        return new([.. work.Notices, .. work.Known, .. await updater.UpdateAsync(work, [.. work.Open], default).ReadAllAsync()]);
    }

    public static async Task<Told> RemoveAsync(this FakeAws aws, RollOutPlan? plan = null, RollOutScope? scope = null)
    {
        var everything = scope is null;
        var remover = new RoleRemover(await StackSetHome.OpenAsync(aws, new AwsAccess(), default), plan ?? Plan, aws.Clock);
        var work = await remover.PrepareAsync(scope ?? await aws.EverybodyAsync(), everything, default);
        return new([.. work.Known, .. await remover.RemoveAsync(work, [.. work.Open], everything, default).ReadAllAsync()]);
    }

    public static AccountId Id(int number) => AccountId.Parse(number.ToString("D12"));
}

/// <summary>What a run told.</summary>
internal sealed record Told(IReadOnlyList<RollOutNews> News)
{
    public IReadOnlyList<CollectorRoleResult> Results => [.. News.OfType<RollOutEnd>().Select(end => end.Result)];

    public IReadOnlyList<Problem> Problems => [.. News.OfType<RollOutEnd>().Select(end => end.Problem).OfType<Problem>()];

    public IReadOnlyList<string> Notices => [.. News.OfType<RollOutNotice>().Select(notice => notice.Text)];

    public IReadOnlyList<RollOutProgress> Progress => [.. News.OfType<RollOutProgress>()];

    public CollectorRoleResult Of(int number) => Results.Single(result => result.AccountId == Given.Id(number).ToString());

    public int Count(string status) => Results.Count(result => result.Status == status);
}
