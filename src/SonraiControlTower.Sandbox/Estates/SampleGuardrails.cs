namespace SonraiControlTower.Sandbox;

/// <summary>The policies that the sample organization puts above its accounts.</summary>
internal static class SampleGuardrails
{
    private const string Root = "r-q7xk";
    private const string Sandbox = "ou-q7xk-3jd9qf6s";
    private const string Prod = "ou-q7xk-6bt9oi4w";

    public static void Attach(LandingZone zone)
    {
        zone.AttachServiceControlPolicy(Root, "keep-the-records", Grants.Document(
            new Grant("StayIn", "organizations:LeaveOrganization") { IsDenied = true },
            new Grant("Trail", "cloudtrail:DeleteTrail cloudtrail:StopLogging cloudtrail:UpdateTrail", "arn:aws:cloudtrail:*:*:trail/aws-controltower-*") { IsDenied = true },
            new Grant("Recorder", "config:DeleteConfigurationRecorder config:StopConfigurationRecorder") { IsDenied = true }).Json);
        zone.AttachServiceControlPolicy(Sandbox, "no-lasting-keys", Grants.Document(
            new Grant("Keys", "iam:CreateAccessKey iam:CreateUser") { IsDenied = true },
            new Grant("Dear", "organizations:* redshift:* savingsplans:*") { IsDenied = true }).Json);

        // https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_examples.html
        zone.AttachResourceControlPolicy(Prod, "buckets-for-ourselves", $$"""
            {"Version":"2012-10-17","Statement":[{"Sid":"Organization","Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"arn:aws:s3:::larkmoor-booking-*","Condition":{"StringNotEqualsIfExists":{"aws:PrincipalOrgID":"{{zone.Organization.Id}}"},"BoolIfExists":{"aws:PrincipalIsAWSService":"false"} } } ]}
            """.Trim());
    }
}
