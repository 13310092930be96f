using System.Text.Json.Serialization.Metadata;

namespace SonraiControlTower.Aws.Protocol.AwsJson;

/// <summary>
/// One operation of an awsJson service: its name, what precedes the name in <c>X-Amz-Target</c> (such as <c>AWSOrganizationsV20161128</c>),
/// how its request and its answer are written, and whether a request whose fate is not known may be sent again.
/// </summary>
internal sealed record JsonOperation<TRequest, TAnswer>(
    string TargetPrefix, string Name, JsonTypeInfo<TRequest> Request, JsonTypeInfo<TAnswer> Answer, Sending Sent = Sending.Repeatable);
