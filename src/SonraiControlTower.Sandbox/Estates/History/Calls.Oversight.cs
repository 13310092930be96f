namespace SonraiControlTower.Sandbox;

/// <content>What looks after the whole: the organization, findings, alarms, backups and money. Two of the calls are of no action of IAM.</content>
internal static partial class Calls
{
    private static IEnumerable<Call> Oversight =>
    [
        Read("organizations", "ListAccounts", "null"),
        Read("organizations", "DescribeOrganization", "null"),
        Read("cloudtrail", "DescribeTrails", """{"includeShadowTrails":true}"""),
        Read("cloudtrail", "LookupEvents", """{"maxResults":50}"""),
        Read("config", "DescribeConfigRules", "null"),
        Write("config", "PutEvaluations", """{"resultToken":"{uuid}","testMode":false,"evaluations":[]}"""),
        Read("guardduty", "ListDetectors", "null"),
        Read("guardduty", "ListFindings", """{"detectorId":"{0}"}"""),
        Read("securityhub", "GetFindings", """{"MaxResults":100}"""),
        Read("monitoring", "DescribeAlarms", """{"alarmNamePrefix":"{0}"}""", "cloudwatch:DescribeAlarms"),
        Write("monitoring", "PutMetricAlarm", """{"alarmName":"{0}","metricName":"Errors","namespace":"AWS/Lambda","statistic":"Sum","period":300,"evaluationPeriods":1,"threshold":1.0,"comparisonOperator":"GreaterThanOrEqualToThreshold"}""", "cloudwatch:PutMetricAlarm") with
        {
            Target = "arn:aws:cloudwatch:{region}:{account}:alarm:{0}",
        },
        Read("health", "DescribeEvents", """{"maxResults":100}"""),
        Write("backup", "StartBackupJob", """{"backupVaultName":"{0}","resourceArn":"arn:aws:dynamodb:{region}:{account}:table/bookings","iamRoleArn":"arn:aws:iam::{account}:role/{1}"}""") with
        {
            Response = """{"backupJobId":"{uuid}","creationDate":"{hex}"}""",
        },
        Read("backup", "ListBackupJobs", """{"byBackupVaultName":"{0}"}"""),
        Read("ce", "GetCostAndUsage", """{"timePeriod":{"start":"2026-01-01","end":"2026-02-01"},"granularity":"MONTHLY","metrics":["UnblendedCost"]}"""),
        Read("ce", "GetCostForecast", """{"metric":"UNBLENDED_COST","granularity":"MONTHLY"}"""),
        Read("billingconsole", "GetBillingNotifications", "null"),
        Read("billingconsole", "AWSPaymentPortalService.GetPaymentsDue", "null"),
    ];
}
