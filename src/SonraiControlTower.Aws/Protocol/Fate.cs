using System.Net;
using System.Net.Sockets;
using Amazon.Runtime;

namespace SonraiControlTower.Aws.Protocol;

/// <summary>What became of a request that failed.</summary>
internal static class Fate
{
    /// <summary>True if nobody here knows whether AWS did it: it was sent, and no answer says that it was not done.</summary>
    public static bool IsUnknown(Exception failure) => failure switch
    {
        AmazonServiceException { StatusCode: > 0 and < HttpStatusCode.InternalServerError and not HttpStatusCode.OK } => false,
        AmazonServiceException => !CallFailure.IsThrottling(failure),
        _ => !WasNeverSent(failure),
    };

    /// <summary>True if no connection came about.</summary>
    private static bool WasNeverSent(Exception? failure) => failure switch
    {
        null => false,
        HttpRequestException
        {
            HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError
                or HttpRequestError.ProxyTunnelError
        } => true,
        SocketException { SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.NetworkUnreachable } => true,
        SonraiException => true,
        _ => WasNeverSent(failure.InnerException),
    };
}
