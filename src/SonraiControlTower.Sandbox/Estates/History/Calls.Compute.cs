namespace SonraiControlTower.Sandbox;

/// <content>What runs programs: functions, containers and machines, with the networks around them.</content>
internal static partial class Calls
{
    private const string FunctionArn = "arn:aws:lambda:{region}:{account}:function:{0}";
    private const string AllInstances = """{"instancesSet":{},"filterSet":{}}""";

    private static IEnumerable<Call> Compute =>
    [
        Write("lambda", "Invoke", """{"functionName":"arn:aws:lambda:{region}:{account}:function:{0}","invocationType":"RequestResponse"}""", "lambda:InvokeFunction") with
        {
            IsData = true,
            Resources = [$"AWS::Lambda::Function {FunctionArn}"],
            Target = FunctionArn,
        },
        Read("lambda", "ListFunctions20150331", "null", "lambda:ListFunctions"),
        Function(Read("lambda", "GetFunction20150331v2", """{"functionName":"{0}"}""", "lambda:GetFunction")),
        Function(Read("lambda", "GetFunctionConfiguration20150331v2", """{"functionName":"{0}"}""", "lambda:GetFunctionConfiguration")),
        Function(Write("lambda", "UpdateFunctionCode20150331v2", """{"functionName":"{0}","s3Bucket":"larkmoor-build-artifacts","s3Key":"{hex}.zip","publish":false,"dryRun":false}""", "lambda:UpdateFunctionCode")) with
        {
            Response = """{"functionName":"{0}","functionArn":"arn:aws:lambda:{region}:{account}:function:{0}","runtime":"dotnet10","handler":"Larkmoor::Handler","codeSize":4718592,"timeout":30,"memorySize":512,"version":"$LATEST","revisionId":"{uuid}"}""",
        },
        Function(Write("lambda", "CreateFunction20150331", """{"functionName":"{0}","runtime":"dotnet10","role":"arn:aws:iam::{account}:role/{1}","handler":"Larkmoor::Handler","code":{},"timeout":30,"memorySize":512,"publish":false}""", "lambda:CreateFunction")) with
        {
            Response = """{"functionName":"{0}","functionArn":"arn:aws:lambda:{region}:{account}:function:{0}","runtime":"dotnet10","role":"arn:aws:iam::{account}:role/{1}","handler":"Larkmoor::Handler","version":"$LATEST","revisionId":"{uuid}"}""",
        },

        Write("ecs", "RegisterTaskDefinition", """{"family":"{0}","taskRoleArn":"arn:aws:iam::{account}:role/{1}","executionRoleArn":"arn:aws:iam::{account}:role/{2}","networkMode":"awsvpc","requiresCompatibilities":["FARGATE"],"cpu":"512","memory":"1024","containerDefinitions":[{"name":"app","image":"888899990000.dkr.ecr.{region}.amazonaws.com/{0}:{hex}","essential":true}]}""") with
        {
            Response = """{"taskDefinition":{"taskDefinitionArn":"arn:aws:ecs:{region}:{account}:task-definition/{0}:41","family":"{0}","taskRoleArn":"arn:aws:iam::{account}:role/{1}","executionRoleArn":"arn:aws:iam::{account}:role/{2}","status":"ACTIVE","revision":41}}""",
        },
        Write("ecs", "UpdateService", """{"cluster":"main","service":"{0}","taskDefinition":"{0}:41"}""") with
        {
            Response = """{"service":{"serviceArn":"arn:aws:ecs:{region}:{account}:service/main/{0}","status":"ACTIVE","desiredCount":3}}""",
            Target = "arn:aws:ecs:{region}:{account}:service/main/{0}",
        },
        Read("ecs", "DescribeServices", """{"cluster":"main","services":["{0}"]}""") with { Target = "arn:aws:ecs:{region}:{account}:service/main/{0}" },
        Read("ecs", "ListClusters", "null"),

        Read("ec2", "DescribeInstances", AllInstances),
        Read("ec2", "DescribeVpcs", """{"vpcSet":{},"filterSet":{}}"""),
        Read("ec2", "DescribeSubnets", """{"subnetSet":{},"filterSet":{}}"""),
        Read("ec2", "DescribeSecurityGroups", """{"securityGroupSet":{},"securityGroupIdSet":{},"filterSet":{}}"""),
        Read("ec2", "DescribeNetworkInterfaces", """{"networkInterfaceIdSet":{},"filterSet":{}}"""),
        Read("ec2", "DescribeTags", """{"filterSet":{},"maxResults":1000}"""),
        Read("ec2", "DescribeVolumes", """{"volumeSet":{},"filterSet":{}}"""),
        Read("ec2", "DescribeTransitGateways", """{"DescribeTransitGatewaysRequest":""}"""),
        Write("ec2", "CreateRoute", """{"routeTableId":"rtb-0{0}","destinationCidrBlock":"10.40.0.0/16","transitGatewayId":"tgw-0{0}"}""") with
        {
            Response = """{"requestId":"{uuid}","_return":true}""",
            Target = "arn:aws:ec2:{region}:{account}:route-table/rtb-0{0}",
        },
        Write("ec2", "AuthorizeSecurityGroupIngress", """{"groupId":"sg-0{0}","ipPermissions":{"items":[{"ipProtocol":"tcp","fromPort":443,"toPort":443,"ipRanges":{"items":[{"cidrIp":"10.0.0.0/8"}]}}]}}""") with
        {
            Response = """{"requestId":"{uuid}","_return":true}""",
            Target = "arn:aws:ec2:{region}:{account}:security-group/sg-0{0}",
        },
        Write("ec2", "RunInstances", """{"instancesSet":{"items":[{"imageId":"ami-0{0}","minCount":1,"maxCount":1}]},"instanceType":"m7g.large","iamInstanceProfile":{"arn":"arn:aws:iam::{account}:instance-profile/{1}"}}""") with
        {
            Response = """{"requestId":"{uuid}","instancesSet":{"items":[{"instanceId":"i-0{0}","imageId":"ami-0{0}","instanceType":"m7g.large"}]}}""",
        },
        Write("ec2", "StartInstances", """{"instancesSet":{"items":[{"instanceId":"i-0{0}"}]}}""") with { Target = "arn:aws:ec2:{region}:{account}:instance/i-0{0}" },
        Write("ec2", "StopInstances", """{"instancesSet":{"items":[{"instanceId":"i-0{0}"}]},"force":false}""") with { Target = "arn:aws:ec2:{region}:{account}:instance/i-0{0}" },
        Read("elasticloadbalancing", "DescribeTargetHealth", """{"targetGroupArn":"arn:aws:elasticloadbalancing:{region}:{account}:targetgroup/{0}/{hex}"}"""),
        Read("autoscaling", "DescribeAutoScalingGroups", """{"autoScalingGroupNames":["{0}"]}"""),
        Write("autoscaling", "SetDesiredCapacity", """{"autoScalingGroupName":"{0}","desiredCapacity":4}"""),
        Write("ssm", "UpdateInstanceInformation", """{"instanceId":"i-0{0}","agentVersion":"3.3.1611.0","agentStatus":"Active","platformType":"Linux","platformName":"Amazon Linux","platformVersion":"2023","agentName":"amazon-ssm-agent"}"""),
        Write("ssm", "StartSession", """{"target":"i-0{0}"}""") with
        {
            Response = """{"sessionId":"{0}","tokenValue":"Value hidden due to security reasons.","streamUrl":"wss://ssmmessages.{region}.amazonaws.com/v1/data-channel/{0}"}""",
            Target = "arn:aws:ec2:{region}:{account}:instance/i-0{0}",
        },
        Write("states", "StartExecution", """{"stateMachineArn":"arn:aws:states:{region}:{account}:stateMachine:{0}","name":"{uuid}","input":"HIDDEN_DUE_TO_SECURITY_REASONS"}""") with
        {
            Target = "arn:aws:states:{region}:{account}:stateMachine:{0}",
        },
        Write("logs", "CreateLogStream", """{"logGroupName":"{0}","logStreamName":"{hex}"}""") with { Target = "arn:aws:logs:{region}:{account}:log-group:{0}" },
        Read("logs", "DescribeLogGroups", """{"logGroupNamePrefix":"{0}"}"""),
        Write("logs", "StartQuery", """{"logGroupNames":["{0}"],"queryString":"***OMITTED***","startTime":1,"endTime":2}""") with { Response = """{"queryId":"{uuid}"}""" },
    ];

    private static Call Function(Call call) => call with { Target = FunctionArn };
}
