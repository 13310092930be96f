using System.Collections.ObjectModel;
using System.Globalization;

namespace SonraiControlTower;

/// <summary>What the integration is to be set up with. What is not said is found out, or kept where there is an integration already.</summary>
public sealed record IntegrationRequest
{
    /// <summary>The stack's name.</summary>
    public string StackName
    {
        get;
        init => field = AwsNames.Stack(value);
    }
        = IntegrationReader.DefaultStackName;

    /// <summary>Values of the template by the names of <see cref="IntegrationParameters"/>, secrets excepted.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>The external id of the collector deployment; null keeps the one that the stack has.</summary>
    public ExternalId? ExternalId { get; init; }

    /// <summary>The first API token; null makes one for a new stack, and keeps the secret of one that is there.</summary>
    public ApiToken? Token { get; init; }

    /// <summary>A word of <see cref="FunctionArchitecture"/>; null keeps the one that the stack has, x86_64 for a new one.</summary>
    public string? Architecture { get; init; }

    /// <summary>Gives the functions' code for an architecture.</summary>
    public required Func<string, IntegrationPackage> PackageFor { get; init; }

    /// <summary>True to change an integration that is there, and never to make one.</summary>
    public bool MustExist { get; init; }

    /// <summary>How long tokens are to live.</summary>
    /// <param name="present">The values of the stack that is there; empty for a new one.</param>
    internal TimeSpan TokenLifetime(IReadOnlyDictionary<string, string> present) => Days(IntegrationParameters.TokenLifetimeDays, 30, present);

    /// <summary>A token must outlive the time to the next rotation.</summary>
    /// <param name="present">The values of the stack that is there; empty for a new one.</param>
    /// <exception cref="SonraiException"><c>TokenOutlivedByInterval</c>.</exception>
    internal void Demand(IReadOnlyDictionary<string, string> present) =>
        RotationInterval.DemandLonger(TokenLifetime(present), Days(IntegrationParameters.RotationDays, 15, present));

    private TimeSpan Days(string name, int usual, IReadOnlyDictionary<string, string> present) => TimeSpan.FromDays(
        int.TryParse(Values.GetValueOrDefault(name) ?? present.GetValueOrDefault(name), NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days : usual);
}
