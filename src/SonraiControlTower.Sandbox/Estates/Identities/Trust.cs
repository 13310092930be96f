namespace SonraiControlTower.Sandbox;

/// <summary>Whom a role trusts, and how its sessions come about, which CloudTrail's records show.</summary>
/// <param name="Kind">A word of <see cref="SessionKind"/>.</param>
/// <param name="Principal">The Principal of the trust policy, as JSON.</param>
/// <param name="By">The service, identity provider or ARN that assumes it.</param>
/// <param name="Condition">The Condition of the trust policy, as JSON; null for none.</param>
internal sealed record Trust(SessionKind Kind, string Principal, string By, string? Condition = null)
{
    /// <summary>What the statement allows.</summary>
    private string Action => Kind switch
    {
        SessionKind.SignOn => """["sts:AssumeRoleWithSAML","sts:TagSession"]""",
        SessionKind.WebIdentity => "\"sts:AssumeRoleWithWebIdentity\"",
        _ => "\"sts:AssumeRole\"",
    };

    public PolicyDocument Document => new(
        $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{{Principal}},"Action":{{Action}}{{(Condition is null ? "" : $",\"Condition\":{Condition}")}}}]}""");

    /// <summary>A function of Lambda, a task of ECS, a job of Glue and the like.</summary>
    public static Trust Service(string service) => new(SessionKind.Service, $$"""{"Service":"{{service}}"}""", service);

    /// <summary>A service that owns the role.</summary>
    public static Trust ServiceLinked(string service) => new(SessionKind.ServiceLinked, $$"""{"Service":"{{service}}"}""", service);

    public static Trust Instance { get; } = new(SessionKind.Instance, """{"Service":"ec2.amazonaws.com"}""", "ec2.amazonaws.com");

    /// <summary>Somebody of IAM, by ARN.</summary>
    public static Trust Principals(string arn, string? condition = null) => new(SessionKind.Assumed, $$"""{"AWS":"{{arn}}"}""", arn, condition);

    /// <summary>Anybody who can call STS.</summary>
    public static Trust Anyone { get; } = new(SessionKind.Assumed, "\"*\"", "*");

    /// <summary>
    /// People who sign on through IAM Identity Center
    /// (<see href="https://docs.aws.amazon.com/singlesignon/latest/userguide/using-service-linked-roles.html">roles of permission sets</see>).
    /// </summary>
    public static Trust SignOn(AccountId account)
    {
        var provider = $"arn:aws:iam::{account}:saml-provider/AWSSSO_{StableId.Letters(16, account.ToString(), "sso").ToLowerInvariant()}_DO_NOT_DELETE";
        return new Trust(
            SessionKind.SignOn, $$"""{"Federated":"{{provider}}"}""", provider, """{"StringEquals":{"SAML:aud":"https://signin.aws.amazon.com/saml"}}""");
    }

    /// <summary>Workflows of a repository of GitHub.</summary>
    public static Trust GitHub(AccountId account, string repository)
    {
        const string Issuer = "token.actions.githubusercontent.com";
        var provider = $"arn:aws:iam::{account}:oidc-provider/{Issuer}";
        return new Trust(
            SessionKind.WebIdentity,
            $$"""{"Federated":"{{provider}}"}""",
            provider,
            $$$"""{"StringEquals":{"{{{Issuer}}}:aud":"sts.amazonaws.com"},"StringLike":{"{{{Issuer}}}:sub":"repo:larkmoor/{{{repository}}}:*"}}""");
    }
}

/// <summary>How sessions of a role come about.</summary>
internal enum SessionKind
{
    Service,
    ServiceLinked,
    Instance,
    Assumed,
    SignOn,
    WebIdentity,
}
