namespace SonraiControlTower.TestKit;

/// <summary>What can go wrong on the way to one of AWS's query services; <see cref="WireFaults"/> has the rest.</summary>
public static class QueryFaults
{
    /// <summary>AWS asks to be called less often; CloudFormation and IAM do so with HTTP 400.</summary>
    public static WireFault Throttled { get; } = Refused("Throttling", "Rate exceeded");

    /// <summary>AWS refuses with one of its error codes.</summary>
    public static WireFault Refused(string code, string message, int status = 400) => WireFaults.Answer(
        status,
        "text/xml",
        $"<ErrorResponse xmlns=\"http://example.amazonaws.com/doc/\"><Error><Type>Sender</Type><Code>{code}</Code><Message>{message}</Message></Error>"
        + "<RequestId>11111111-2222-3333-4444-555555555555</RequestId></ErrorResponse>");

    /// <summary>AWS answers just this.</summary>
    public static WireFault Answered(string body) => WireFaults.Answer(200, "text/xml", body);
}
