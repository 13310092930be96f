using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;
using SonraiControlTower.Aws.Protocol.AwsJson;

namespace SonraiControlTower.Aws.Protocol.RestJson;

/// <summary>Reads an operation's answer, or the error in its place; errors look as those of awsJson do.</summary>
internal sealed class RestAnswerUnmarshaller<T>(Func<RestReply, T> read) : JsonResponseUnmarshaller
{
    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input) =>
        new RestAnswer<T> { Value = read(new(input.Stream, input.ResponseData.GetHeaderValue)) };

    public override AmazonServiceException UnmarshallException(
        JsonUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
    {
        var error = JsonError.Read(input.Stream, input.ResponseData.GetHeaderValue("x-amzn-ErrorType"), statusCode);
        return new AmazonServiceException(
            error.Message, innerException, ErrorType.Unknown, error.Code, input.ResponseData.GetHeaderValue("x-amzn-RequestId"), statusCode);
    }
}
