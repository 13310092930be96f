using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;

namespace SonraiControlTower.Aws.Protocol.AwsJson;

/// <summary>Reads an operation's answer, or the error in its place.</summary>
internal sealed class JsonAnswerUnmarshaller<T>(JsonTypeInfo<T> type) : JsonResponseUnmarshaller
{
    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input) =>
        new JsonAnswer<T> { Value = JsonSerializer.Deserialize(input.Stream, type) ?? throw new JsonException("The answer is null.") };

    public override AmazonServiceException UnmarshallException(
        JsonUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
    {
        var error = JsonError.Read(input.Stream, input.ResponseData.GetHeaderValue("x-amzn-ErrorType"), statusCode);
        return new AmazonServiceException(
            error.Message, innerException, ErrorType.Unknown, error.Code, input.ResponseData.GetHeaderValue("x-amzn-RequestId"), statusCode);
    }
}
