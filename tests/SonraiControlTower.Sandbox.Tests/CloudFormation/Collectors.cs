namespace SonraiControlTower.Sandbox.Tests.CloudFormation;

/// <summary>What the collector's template is filled in with.</summary>
internal static class Collectors
{
    public const string ExternalId = "3f6c1b1e-2a51-4a63-9c26-0c3a54b9c7d1";

    public static string Body => RoleTemplate.Collector.Body;

    public static IReadOnlyList<TemplateParameter> Parameters(params (string Key, string Value)[] others) =>
    [
        new(RoleTemplateParameters.CollectorAccount, Zones.Audit.ToString()),
        new(RoleTemplateParameters.CollectorExternalId, ExternalId),
        .. others.Select(one => new TemplateParameter(one.Key, one.Value)),
    ];
}
