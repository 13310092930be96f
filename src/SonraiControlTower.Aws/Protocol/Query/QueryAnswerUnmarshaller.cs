using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;

namespace SonraiControlTower.Aws.Protocol.Query;

/// <summary>Reads an operation's answer, or the error in its place.</summary>
internal sealed class QueryAnswerUnmarshaller<T>(QueryOperation<T> operation) : XmlResponseUnmarshaller
{
    public override AmazonWebServiceResponse Unmarshall(XmlUnmarshallerContext input) =>
        new QueryAnswer<T> { Value = operation.Read(QueryXml.ResultOf(operation.Name, input.Stream)) };

    public override AmazonServiceException UnmarshallException(
        XmlUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
    {
        var error = QueryError.Read(input.Stream, statusCode);
        return new AmazonServiceException(
            error.Message,
            innerException,
            ErrorType.Unknown,
            error.Code,
            error.RequestId ?? input.ResponseData.GetHeaderValue("x-amzn-RequestId"),
            statusCode);
    }
}
