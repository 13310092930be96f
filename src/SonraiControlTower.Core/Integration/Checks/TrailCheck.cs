using System.Globalization;

namespace SonraiControlTower;

/// <summary>The organization has a trail, and it writes.</summary>
internal sealed class TrailCheck : ICheck
{
    public string Name => "Organization trail";

    public async Task<IntegrationCheck> LookAsync(CheckedIntegration integration, CancellationToken cancellationToken)
    {
        if (await OrganizationTrail.FindAsync(integration.Aws, integration.Access, cancellationToken).ConfigureAwait(false) is not { } trail)
        {
            return IntegrationCheck.Warn(
                Name, "The organization has none that can be seen from here.", "Switch CloudTrail on in Control Tower's landing zone settings, or make an organization trail.");
        }

        var cloudTrail = await integration.Aws.OpenCloudTrailAsync(integration.Access with { Region = trail.HomeRegion ?? integration.Access.Region }, cancellationToken)
            .ConfigureAwait(false);
        var status = await cloudTrail.GetTrailStatusAsync(trail.Arn, cancellationToken).ConfigureAwait(false);
        return status switch
        {
            null or { IsLogging: false } => IntegrationCheck.Fail(Name, $"'{trail.Name}' is switched off.", $"Switch it on (aws cloudtrail start-logging --name {trail.Arn})."),
            { LatestDeliveryError: { Length: > 0 } error } => IntegrationCheck.Fail(
                Name, $"'{trail.Name}' cannot write to '{trail.BucketName}': {error}", "Mend the bucket's policy or the key's, as CloudTrail's documentation has them."),
            _ => IntegrationCheck.Pass(
                Name,
                $"'{trail.Name}' writes to '{trail.BucketName}'{(status.LatestDeliveryAt is { } last ? $", last at {last.UtcDateTime.ToString("u", CultureInfo.InvariantCulture)}" : string.Empty)}."),
        };
    }
}

/// <summary>The collector can read what the trail wrote.</summary>
internal sealed class IngestionCheck : ICheck
{
    public string Name => "Trail readable";

    public async Task<IntegrationCheck> LookAsync(CheckedIntegration integration, CancellationToken cancellationToken)
    {
        const string Mend = "Run Enable-SonraiIngestion.";
        var ingestion = await IngestionReader.OpenAsync(integration.Aws, integration.Access, IngestionPlan.Of(integration.Stack), cancellationToken).ConfigureAwait(false);
        var state = await ingestion.ReadAsync(cancellationToken).ConfigureAwait(false);
        return state.CanRead == true
            ? IntegrationCheck.Pass(Name, $"The role reads '{state.ProbedKey}' in '{state.BucketName}'.")
            : IntegrationCheck.Warn(Name, state.Reason ?? "It was not tried.", Mend);
    }
}
