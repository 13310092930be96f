namespace SonraiControlTower.Core.Tests.Ports;

/// <summary>A role: whom it trusts, what must be said to it, and from when IAM knows it everywhere.</summary>
internal sealed record FakeRole(AccountId Trusted, string? ExternalId, DateTimeOffset KnownFrom, string Path = "/")
{
    public IReadOnlyList<string> Policies { get; init; } =
        ["arn:aws:iam::aws:policy/SecurityAudit", "arn:aws:iam::aws:policy/job-function/ViewOnlyAccess"];

    public string? Boundary { get; init; }

    public PolicyDocument TrustPolicy => new($$$"""
        {
          "Version": "2012-10-17",
          "Statement": [{
            "Effect": "Allow",
            "Principal": { "AWS": "arn:aws:iam::{{{Trusted}}}:root" },
            "Action": "sts:AssumeRole"{{{(ExternalId is null ? "" : $$""", "Condition": { "StringEquals": { "sts:ExternalId": "{{ExternalId}}" } }""")}}}
          }]
        }
        """);
}
