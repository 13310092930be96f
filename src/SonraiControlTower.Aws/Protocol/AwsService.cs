namespace SonraiControlTower.Aws.Protocol;

/// <summary>What tells one AWS service from another on the wire.</summary>
/// <param name="Id">The SDK's service id, such as <c>Organizations</c>; it also names the variable <c>AWS_ENDPOINT_URL_ORGANIZATIONS</c>.</param>
/// <param name="SigningName">The name in the signature's scope and in the host, such as <c>organizations</c>.</param>
/// <param name="Version">The API's version, such as <c>2016-11-28</c>.</param>
/// <param name="IsGlobal">True if each partition has one endpoint, whatever the region.</param>
internal sealed record AwsService(string Id, string SigningName, string Version, bool IsGlobal);
