namespace SonraiControlTower;

/// <summary>
/// Settles every value of the template: what was said, what the stack has already, what can be found out. What none of these gives is left to the
/// template's default, and asked for where it has none.
/// </summary>
internal sealed class IntegrationValues
{
    private const string Hidden = "****";
    private readonly List<(IntegrationChange Shown, TemplateParameter Sent)> _all = [];
    private readonly IntegrationRequest _request;
    private readonly IReadOnlyDictionary<string, string>? _present;

    private IntegrationValues(IntegrationRequest request, IReadOnlyDictionary<string, string>? present) => (_request, _present) = (request, present);

    /// <summary>As they may be shown.</summary>
    public IReadOnlyList<IntegrationChange> Shown => [.. _all.Select(one => one.Shown)];

    /// <summary>As CloudFormation gets them.</summary>
    public IReadOnlyList<TemplateParameter> Parameters => [.. _all.Select(one => one.Sent)];

    /// <summary>Settles them.</summary>
    /// <param name="request">What was said.</param>
    /// <param name="site">What was found out.</param>
    /// <param name="endpoint">Where the session's Dig is reached; the functions talk with the same.</param>
    /// <param name="collector">Finds the collector deployment, where it is neither said nor known.</param>
    /// <param name="package">The functions' code.</param>
    /// <param name="token">The token to start with; null where the stack keeps its secret.</param>
    /// <param name="hasRole">True where the management account has the role already, by another stack or by hand.</param>
    /// <param name="present">The parameters of the stack that is there; null for a new one.</param>
    /// <exception cref="SonraiException"><c>IntegrationValueMissing</c>, or that no collector could be chosen.</exception>
    public static async Task<IntegrationValues> SettleAsync(
        IntegrationRequest request,
        IntegrationSite site,
        Uri endpoint,
        Func<Task<SonraiCollector>> collector,
        IntegrationPackage package,
        ApiToken? token,
        bool hasRole,
        IReadOnlyDictionary<string, string>? present)
    {
        var values = new IntegrationValues(request, present);
        await values.AddAsync(IntegrationParameters.CollectorName, async () => (await collector().ConfigureAwait(false)).Name).ConfigureAwait(false);
        values.AddSecret(IntegrationParameters.CollectorExternalId, request.ExternalId?.Reveal(), "-ExternalId");
        values.Add(IntegrationParameters.CollectorAccount, site.Audit?.AccountId, "-CollectorAccount");
        values.AddSecret(IntegrationParameters.SonraiAPIToken, token?.Reveal(), "-Token");
        values.AddIfAny(IntegrationParameters.SonraiEndpoint, endpoint.Scheme == Uri.UriSchemeHttps ? endpoint.AbsoluteUri : null);
        values.Add(IntegrationParameters.OrgId, site.Organization.Id, "-OrganizationId");
        values.AddIfAny(IntegrationParameters.AuditAccount, site.Audit?.AccountId);
        values.AddIfAny(IntegrationParameters.LogArchiveAccount, site.LogArchive?.AccountId);
        values.AddIfAny(IntegrationParameters.MakeCollectorRole, hasRole ? "false" : null);
        values.Replace(IntegrationParameters.PackageKey, package.Key);
        values.Replace(IntegrationParameters.Architecture, package.Architecture);
        foreach (var (name, value) in request.Values.Where(one => values._all.TrueForAll(known => known.Shown.Name != one.Key)))
        {
            values.Replace(name, value);
        }

        // On an update a parameter that is left out goes back to the template's default.
        foreach (var name in (present?.Keys ?? []).Where(name => values._all.TrueForAll(known => known.Shown.Name != name)))
        {
            values.Keep(name);
        }

        return values;
    }

    private async Task AddAsync(string name, Func<Task<string>> find)
    {
        if (Said(name) || Keep(name))
        {
            return;
        }

        Put(name, await find().ConfigureAwait(false), IntegrationChange.Found);
    }

    private void Add(string name, string? found, string parameter)
    {
        if (!Said(name) && !Keep(name))
        {
            Put(name, found ?? throw new SonraiException(IntegrationProblems.ValueMissing(name, parameter)), IntegrationChange.Found);
        }
    }

    /// <summary>What is not found is left to the template's default.</summary>
    private void AddIfAny(string name, string? found)
    {
        if (!Said(name) && !Keep(name) && found is not null)
        {
            Put(name, found, IntegrationChange.Found);
        }
    }

    private void AddSecret(string name, string? value, string parameter)
    {
        if (value is not null)
        {
            _all.Add((new(IntegrationChange.Given, name, Hidden), new(name, value)));
        }
        else if (!Keep(name))
        {
            throw new SonraiException(IntegrationProblems.ValueMissing(name, parameter));
        }
    }

    private void Replace(string name, string value) => Put(name, value, IntegrationChange.Given);

    private bool Said(string name)
    {
        if (!_request.Values.TryGetValue(name, out var value))
        {
            return false;
        }

        Put(name, value, IntegrationChange.Given);
        return true;
    }

    private bool Keep(string name)
    {
        if (_present?.TryGetValue(name, out var value) != true)
        {
            return false;
        }

        _all.Add((new(IntegrationChange.Kept, name, value!), new(name, null)));
        return true;
    }

    private void Put(string name, string value, string source) => _all.Add((new(source, name, value), new(name, value)));
}
