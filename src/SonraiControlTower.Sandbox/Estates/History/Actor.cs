namespace SonraiControlTower.Sandbox;

/// <summary>
/// Who makes a call, as a record's userIdentity tells
/// (<see href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html">userIdentity element</see>).
/// </summary>
/// <param name="Json">The userIdentity.</param>
/// <param name="Arn">The ARN that a refusal names; empty for a service.</param>
/// <param name="Address">The address that it calls from; a service's name for a service.</param>
/// <param name="Agent">What it calls with.</param>
internal sealed record Actor(string Json, string Arn, string Address, string Agent)
{
    /// <summary>Whether an AWS service calls on somebody's behalf, so that no client's TLS is told of.</summary>
    public bool IsService => Address.EndsWith(".amazonaws.com", StringComparison.Ordinal);

    /// <summary>Whether it signed in to the console.</summary>
    public bool IsAtConsole { get; init; }

    public static Actor Service(string service) => new($$"""{"type":"AWSService","invokedBy":"{{service}}"}""", "", service, service);

    public static Actor Root(AccountId account) => new(
        $$"""{"type":"Root","principalId":"{{account}}","arn":"arn:aws:iam::{{account}}:root","accountId":"{{account}}","accessKeyId":""}""",
        $"arn:aws:iam::{account}:root",
        Addresses.Office,
        Agents.Browser)
    { IsAtConsole = true };

    /// <summary>Somebody of another account, of whom a record says no more than that.</summary>
    public static Actor Outsider(AccountId account, string principalId) => new(
        $$"""{"type":"AWSAccount","principalId":"{{principalId}}","accountId":"{{account}}"}""", "", Addresses.Partner, Agents.Cli);

    /// <summary>A user with an access key.</summary>
    public static Actor User(AccountId account, IdentityState user) => new(
        $$"""{"type":"IAMUser","principalId":"{{user.Id}}","arn":"{{user.Arn}}","accountId":"{{account}}","accessKeyId":"{{UserState.KeyId(user.Arn)}}","userName":"{{user.Name}}"}""",
        user.Arn,
        Addresses.Of(user.Arn),
        Agents.Cli);

    /// <summary>A user who signed in to the console.</summary>
    public static Actor SignedIn(AccountId account, IdentityState user) => new(
        $$"""{"type":"IAMUser","principalId":"{{user.Id}}","accountId":"{{account}}","accessKeyId":"","userName":"{{user.Name}}"}""",
        user.Arn,
        Addresses.Of(user.Arn),
        Agents.Browser);

    /// <summary>Who takes a role on with an assertion of an identity provider.</summary>
    public static Actor Federated(string type, string provider, string name) => new(
        $$"""{"type":"{{type}}","principalId":"{{provider}}:{{name}}","userName":"{{name}}","identityProvider":"{{provider}}"}""", "", Addresses.Of(name), Agents.Browser);

    /// <summary>A session of a role.</summary>
    /// <param name="account">The role's account.</param>
    /// <param name="role">The role.</param>
    /// <param name="trust">How its sessions come about.</param>
    /// <param name="name">The session's name.</param>
    /// <param name="since">When the session began.</param>
    public static Actor Session(AccountId account, IdentityState role, Trust trust, string name, DateTimeOffset since)
    {
        var arn = $"arn:aws:sts::{account}:assumed-role/{role.Name}/{name}";
        var key = StableId.Of("ASIA", role.Arn, name, Sandbox.Json.Time(since))[..20];
        var federation = trust.Kind == SessionKind.WebIdentity ? $$$""","webIdFederationData":{"federatedProvider":"{{{trust.By}}}","attributes":{}}""" : "";
        var delivery = trust.Kind == SessionKind.Instance ? ",\"ec2RoleDelivery\":\"2.0\"" : "";
        var onBehalf = OnBehalf(trust);
        return new Actor(
            $$$"""{"type":"AssumedRole","principalId":"{{{role.Id}}}:{{{name}}}","arn":"{{{arn}}}","accountId":"{{{account}}}","accessKeyId":"{{{key}}}","sessionContext":{"sessionIssuer":{"type":"Role","principalId":"{{{role.Id}}}","arn":"{{{role.Arn}}}","accountId":"{{{account}}}","userName":"{{{role.Name}}}"}{{{federation}}},"attributes":{"creationDate":"{{{Sandbox.Json.Time(since)}}}","mfaAuthenticated":"false"}{{{delivery}}}}{{{(onBehalf is null ? "" : $",\"invokedBy\":\"{onBehalf}\"")}}}}""",
            arn,
            onBehalf ?? Addresses.Of(arn),
            onBehalf ?? (trust.Kind == SessionKind.SignOn ? Agents.Browser : Agents.Program))
        {
            IsAtConsole = trust.Kind == SessionKind.SignOn,
        };
    }

    // A program runs with the role that its service took on for it; these services make the calls themselves.
    private static string? OnBehalf(Trust trust) =>
        trust.Kind == SessionKind.ServiceLinked || trust.By is "cloudformation.amazonaws.com" or "backup.amazonaws.com" ? trust.By : null;
}

/// <summary>Addresses that are for documentation (<see href="https://www.rfc-editor.org/rfc/rfc5737">RFC 5737</see>).</summary>
internal static class Addresses
{
    public const string Office = "203.0.113.17";
    public const string Partner = "198.51.100.44";

    public static string Of(string who) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"203.0.113.{1 + StableId.Below(250, who)}");
}

internal static class Agents
{
    public const string Browser = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    public const string Cli = "aws-cli/2.31.4 md/awscrt#0.27.6 ua/2.1 os/linux#6.12 md/arch#x86_64 lang/python#3.13.7 md/pyimpl#CPython";
    public const string Program = "aws-sdk-dotnet-coreclr/4.0.3 ua/2.1 os/linux#6.12 md/ARCH#Arm64 lang/.NET_Core#10.0.0";
}
