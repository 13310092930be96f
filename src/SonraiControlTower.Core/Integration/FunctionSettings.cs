using System.Globalization;

namespace SonraiControlTower;

/// <summary>
/// What the functions of the integration are told by their environment; the template sets it. Every function reads the same names, and what a
/// function does not need it does not ask for.
/// </summary>
/// <param name="variables">The environment by name.</param>
public sealed class FunctionSettings(IReadOnlyDictionary<string, string> variables)
{
    public const string SecretId = "SONRAI_SECRET_ID";
    public const string Endpoint = "SONRAI_ENDPOINT";
    public const string CollectorName = "SONRAI_COLLECTOR_NAME";
    public const string CollectorAccount = "SONRAI_COLLECTOR_ACCOUNT";
    public const string ExternalId = "SONRAI_EXTERNAL_ID";
    public const string OrganizationId = "SONRAI_ORGANIZATION_ID";
    public const string StackSetName = "SONRAI_STACK_SET_NAME";
    public const string RoleName = "SONRAI_ROLE_NAME";
    public const string PermissionModel = "SONRAI_PERMISSION_MODEL";
    public const string PolicyChoice = "SONRAI_POLICY_CHOICE";
    public const string PermissionsBoundary = "SONRAI_PERMISSIONS_BOUNDARY";
    public const string TokenName = "SONRAI_TOKEN_NAME";
    public const string TokenLifetimeDays = "SONRAI_TOKEN_LIFETIME_DAYS";
    public const string RotationDays = "SONRAI_ROTATION_DAYS";
    public const string TimeoutSeconds = "TIMEOUT_SECONDS";

    /// <summary>The tenant's address; null where the token's claims tell it.</summary>
    /// <exception cref="SonraiException"><c>FunctionSettingUnusable</c>.</exception>
    public Uri? DigAddress => Find(Endpoint) is not { } text ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var address) ? address
        : throw new SonraiException(IntegrationProblems.SettingUnusable(Endpoint, "it is not an address"));

    /// <summary>What a name has; null where it is not set, or is empty.</summary>
    public string? Find(string name) => variables.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    /// <summary>What a name has.</summary>
    /// <exception cref="SonraiException"><c>FunctionSettingMissing</c>.</exception>
    public string Text(string name) => Find(name) ?? throw new SonraiException(IntegrationProblems.SettingMissing(name));

    /// <summary>The whole number that a name has.</summary>
    /// <exception cref="SonraiException"><c>FunctionSettingMissing</c>, <c>FunctionSettingUnusable</c>.</exception>
    public int Number(string name) =>
        int.TryParse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new SonraiException(IntegrationProblems.SettingUnusable(name, "it is not a whole number"));
}
