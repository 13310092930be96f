using SonraiControlTower.Aws;
using SonraiControlTower.Dig;
using SonraiControlTower.Engine;
using SonraiControlTower.Hosting;
using SonraiControlTower.Sandbox;

namespace SonraiControlTower;

/// <summary>
/// Puts the back rooms together, one way for each light the house can be lit by. It is the only place of this assembly that names them: the first
/// call here is what loads them.
/// </summary>
internal static class Composition
{
    private const string LocalTenant = "local";

    // Below the folder of data, so that what was counted is known again when the same folder is given again.
    private const string StoreFolder = ".sonrai";

    // An operation that takes StackSets some minutes is then over while one looks on, and a proof still has a fresh role to wait for.
    private const double SandboxSpeed = 20;

    private static readonly TimeProvider _clock = TimeProvider.System;

    /// <summary>A made-up landing zone and the local engine: no AWS, no tenant.</summary>
    public static Session OpenSandbox()
    {
        var awsClock = new QuickClock(_clock, SandboxSpeed);
        var zone = LandingZone.Sample(awsClock);
        var context = new SonraiContext { Mode = SonraiMode.Sandbox, Tenant = LandingZone.Tenant, ConnectedAt = _clock.GetUtcNow(), LandingZone = zone };
        var analysis = LocalAnalysis.Open(null, _clock, (taking, stop) => TakeInAsync(zone, taking, stop));
        var dig = new LocalDig(LandingZone.Tenant, [zone.Collector], _clock, zone.Swimlanes, DigTenant.Operations, zone.Users, zone.DigEndpoint, analysis);
        var aws = new SandboxAws(zone);
        Func<ApiToken, Uri?, IDig> openDig = (token, _) => dig.As(token);
        zone.FunctionCode = (call, stop) =>
            IntegrationFunctions.RunAsync(call.Handler, call.Environment, call.Payload, new SandboxHost(call, aws, awsClock, openDig), stop);
        var journal = LocalJournal.Open(null);
        return new Session(() => context, aws, dig, new AwsAccess(), dig, analysis, journal)
        {
            Analysis = analysis,
            Journal = journal,
            AwsClock = awsClock,
            OpenDig = openDig,
        };
    }

    /// <summary>
    /// Real AWS and the local engine, which is then the one collector there is. Region and credentials are settled now; with a folder of data they
    /// are settled on first need, for whoever looks into files may have neither.
    /// </summary>
    public static async Task<Session> OpenLocalAsync(
        AwsAccess given, AwsAccess settled, string? dataFolder, string? journalFolder, CancellationToken cancellationToken)
    {
        var aws = new AwsServices();
        LocalAnalysis analysis;
        try
        {
            if (dataFolder is null)
            {
                await aws.OpenOrganizationsAsync(settled, cancellationToken);
            }

            analysis = LocalAnalysis.Open(dataFolder is null ? null : Path.Combine(dataFolder, StoreFolder), _clock);
        }
        catch (SonraiException missing) when (dataFolder is null && missing.Problem.Kind is ProblemKind.NotConnected)
        {
            aws.Dispose();
            throw new SonraiException(SessionProblems.WithoutAws(missing.Problem));
        }
        catch
        {
            aws.Dispose();
            throw;
        }

        var context = new SonraiContext
        {
            Mode = SonraiMode.Local,
            Tenant = LocalTenant,
            Region = settled.Region,
            ProfileName = settled.ProfileName,
            Data = dataFolder,
            ConnectedAt = _clock.GetUtcNow(),
        };
        var collector = new SonraiCollector("local-engine", $"srn:{LocalTenant}::PlatformAccount/local-engine", "aws");
        var dig = new LocalDig(LocalTenant, [collector], _clock, operations: DigTenant.Operations, analysis: analysis);
        var journal = LocalJournal.Open(journalFolder ?? (dataFolder is null ? JournalOf(LocalTenant) : Path.Combine(dataFolder, StoreFolder)));
        return new Session(() => context, aws, dig, given, dig, analysis, aws, journal)
        {
            Analysis = analysis,
            Journal = journal,
            OpenDig = (token, _) => dig.As(token),
        };
    }

    /// <summary>Real AWS and a Sonrai Dig tenant, asked once whether it accepts the token. AWS is reached on first need.</summary>
    public static async Task<Session> OpenTenantAsync(
        ApiToken token, Uri? endpoint, TimeSpan timeout, string? queriesFolder, string? journalFolder, AwsAccess access, CancellationToken cancellationToken)
    {
        var options = new DigOptions { Timeout = timeout, Clock = _clock, QueriesFolder = queriesFolder };
        var dig = new DigTenant(token, endpoint, options);
        try
        {
            DemandValid(await dig.Tokens.TestAsync(null, cancellationToken), dig);
        }
        catch
        {
            dig.Dispose();
            throw;
        }

        var context = new SonraiContext
        {
            Mode = SonraiMode.Tenant,
            Tenant = dig.Claims.Org ?? dig.Endpoint.Host,
            Endpoint = dig.Endpoint.ToString(),
            Region = access.Region,
            ProfileName = access.ProfileName,
            ConnectedAt = _clock.GetUtcNow(),
        };
        var aws = new AwsServices();
        var analysis = LocalAnalysis.Open(null, _clock);
        var journal = LocalJournal.Open(journalFolder ?? JournalOf(context.Tenant));
        return new Session(() => context with { TokenExpiresAt = dig.Claims.ExpiresAt }, aws, dig, access, analysis, dig, aws, journal)
        {
            Analysis = analysis,
            Journal = journal,
            OpenDig = (other, address) => new DigTenant(other, address ?? endpoint, options),
        };
    }

    /// <summary>Where the journal of a tenant lies if nobody says: with the user's own data, so that what was done is known in later sessions.</summary>
    private static string? JournalOf(string tenant)
    {
        // Who has no home, as in some containers, keeps it in memory; the account's own record stays.
        var home = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return home.Length == 0 ? null : Path.Combine(
            home, "SonraiControlTower", string.Concat(tenant.Select(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_' or '.' ? letter : '_')));
    }

    /// <summary>The token that a secret keeps, without a session.</summary>
    /// <exception cref="SonraiException"><c>TokenSecretUnusable</c>, or what AWS says of the credentials.</exception>
    public static async Task<ApiToken> ReadTokenAsync(AwsAccess access, string secretId, CancellationToken cancellationToken)
    {
        using var aws = new AwsServices();
        var secrets = await aws.OpenSecretsManagerAsync(access, cancellationToken);
        return TokenSecret.Read(secretId, await secrets.GetValueAsync(secretId, SecretVersionChoice.Current, cancellationToken)).Token;
    }

    /// <summary>Asks the token's own tenant, without a session.</summary>
    public static async Task<TokenVerdict> TestTokenAsync(ApiToken token, Uri? endpoint, CancellationToken cancellationToken)
    {
        try
        {
            using var dig = new DigTenant(token, endpoint, new DigOptions { Clock = _clock });
            return await dig.Tokens.TestAsync(null, cancellationToken);
        }
        catch (SonraiException exception) when (exception.Problem.Id == TokenProblems.Malformed.Id)
        {
            return new TokenVerdict { Status = TokenStatus.Malformed, Reason = $"{exception.Problem.Message} {exception.Problem.Remedy}" };
        }
    }

    /// <summary>What a Dig that has long been at work knows of the sandbox: its identities, the organization's policies, and what the trail has recorded.</summary>
    private static async Task TakeInAsync(LandingZone zone, IAnalysis analysis, CancellationToken cancellationToken)
    {
        static void Refuse(Problem problem) => throw new SonraiException(problem);

        await analysis.Identities.ImportAsync(zone.OrganizationPolicies, LandingZone.Tenant, Refuse, cancellationToken);
        foreach (var account in zone.ReadableAccounts)
        {
            await analysis.Identities.ImportAsync(account, LandingZone.Tenant, zone.AuthorizationDetails(account), Refuse, cancellationToken);
        }

        await analysis.Activity.ImportAsync(
            zone.TrailFiles(),
            news =>
            {
                if (news.Problem is { } problem)
                {
                    Refuse(problem);
                }
            },
            cancellationToken);
    }

    private static void DemandValid(TokenVerdict verdict, DigTenant dig)
    {
        var tenant = dig.Endpoint.Authority;
        Problem? problem = verdict.Status switch
        {
            TokenStatus.Valid => null,
            TokenStatus.Expired => TokenProblems.Expired(verdict.ExpiresAt),
            TokenStatus.WrongTenant => TokenProblems.WrongTenant(tenant, verdict.Tenant),
            _ => TokenProblems.Refused(tenant),
        };
        if (problem is not null)
        {
            throw new SonraiException(problem);
        }
    }
}
