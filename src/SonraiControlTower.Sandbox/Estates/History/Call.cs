namespace SonraiControlTower.Sandbox;

/// <summary>
/// A call of an AWS service as CloudTrail records it. In the texts, <c>{0}</c>, <c>{1}</c> … stand for the parts of what the call is about,
/// <c>{account}</c> and <c>{region}</c> for where it is made, <c>{hex}</c> and <c>{uuid}</c> for ids that are others each time.
/// </summary>
/// <param name="Service">The event source without <c>.amazonaws.com</c>.</param>
/// <param name="Event">The event's name.</param>
/// <param name="Action">The action of IAM that it asks for.</param>
/// <param name="Request">The requestParameters, as JSON.</param>
internal sealed record Call(string Service, string Event, string Action, string Request)
{
    /// <summary>The responseElements, as JSON.</summary>
    public string Response { get; init; } = "null";

    /// <summary>Whether it changes nothing.</summary>
    public bool IsReadOnly { get; init; } = true;

    /// <summary>True for one of what a resource holds (data event), rather than of the resource.</summary>
    public bool IsData { get; init; }

    /// <summary>The resources that the record names, each a type and an ARN with a space between.</summary>
    public IReadOnlyList<string> Resources { get; init; } = [];

    /// <summary>The resource that a refusal names.</summary>
    public string Target { get; init; } = "*";

    /// <summary>
    /// The region that CloudTrail records it in; null for the one where it is made
    /// (<see href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-concepts.html#cloudtrail-concepts-global-service-events">
    /// global service events</see>).
    /// </summary>
    public string? Region => Service is "iam" or "organizations" or "route53" or "signin" or "ce" or "billingconsole" or "cloudfront" ? "us-east-1" : null;

    /// <summary>The code that the service refuses with.</summary>
    public string DenialCode => Service switch
    {
        "ec2" => "Client.UnauthorizedOperation",
        "s3" or "iam" or "sts" or "cloudformation" or "sqs" or "route53" or "monitoring" or "elasticloadbalancing" or "rds" or "sns" => "AccessDenied",
        _ => "AccessDeniedException",
    };

    /// <summary>Where the client finds the service.</summary>
    public string Host(string region) => Region is null ? $"{Service}.{region}.amazonaws.com" : $"{Service}.amazonaws.com";

    /// <summary>Whether the record tells how much was sent and how it was signed.</summary>
    public bool TellsOfTransfer => Service == "s3";

    /// <summary>A word that names the call, such as <c>s3:HeadObject</c>.</summary>
    public string Word => $"{Service}:{Event}";
}
