using Amazon;

namespace SonraiControlTower.Aws.Protocol;

/// <summary>Where requests go, settled.</summary>
/// <param name="Region">The system name of the region.</param>
/// <param name="EndpointUrl">An address instead of AWS's own; null for AWS's own.</param>
/// <param name="Patience">How to try again; null for the default.</param>
/// <param name="Profile">The profile whose <c>endpoint_url</c> and <c>services</c> settings count; null for the default profile.</param>
internal sealed record AwsReach(string Region, Uri? EndpointUrl = null, Patience? Patience = null, Profile? Profile = null);
