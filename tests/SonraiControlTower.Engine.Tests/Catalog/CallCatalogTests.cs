namespace SonraiControlTower.Engine.Tests.Catalog;

public sealed class CallCatalogTests
{
    private static readonly ActionCatalog _catalog = ActionCatalog.Embedded;
    private static readonly CallCatalog _calls = CallCatalog.Of(_catalog);

    public static IEnumerable<object[]> OfOtherNames => Lines("CallsOfOtherNames.txt").Where(words => words.Length == 3);

    public static IEnumerable<object[]> OfTheirOwnNameByNow => Lines("CallsOfOtherNames.txt").Where(words => words is [.., "own"]).Select(words => words[..2]);

    [Theory]
    [MemberData(nameof(OfOtherNames))]
    public void A_call_asks_for_actions_of_other_names(string source, string call, string actions)
    {
        var found = _calls.Find(source, call).ShouldNotBeNull();

        var asked = Names(found.Actions).Concat(Names(found.Possible)).ToList();
        foreach (var action in actions.Split('+').Where(action => action != "iam:PassRole"))
        {
            asked.ShouldContain(action);
        }

        found.PassesRole.ShouldBe(found.PassesRole || actions.Contains("iam:PassRole", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(OfTheirOwnNameByNow))]
    public void A_call_that_has_an_action_of_its_own_by_now_asks_for_that(string source, string call)
    {
        Asked(source, call).ShouldBe([$"{source.Split('.')[0]}:{call}"]);
    }

    [Fact]
    public void Every_call_that_is_known_to_hand_a_role_on_does()
    {
        var gone = Lines("CallsThatPassRoles.txt").Where(words => _calls.Find(words[0], words[1]) is null).Select(words => string.Join(' ', words));
        var silent = Lines("CallsThatPassRoles.txt").Where(words => _calls.Find(words[0], words[1]) is { PassesRole: false }).Select(words => string.Join(' ', words));

        // AWS has neither action any more.
        gone.ShouldBe(["cloudhsm.amazonaws.com ModifyHsm", "iotthingsgraph.amazonaws.com CreateSystemInstance"]);

        silent.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("s3.amazonaws.com", "HeadObject", "s3:GetObject")]
    [InlineData("s3.amazonaws.com", "DeleteObjects", "s3:DeleteObject")]
    [InlineData("s3.amazonaws.com", "ListBuckets", "s3:ListAllMyBuckets")]
    [InlineData("s3.amazonaws.com", "CopyObject", "s3:PutObject+s3:GetObject")]
    [InlineData("s3.amazonaws.com", "GetBucketLifecycle", "s3:GetLifecycleConfiguration")]
    [InlineData("s3.amazonaws.com", "PutAccountPublicAccessBlock", "s3:PutAccountPublicAccessBlock")]
    [InlineData("s3.amazonaws.com", "DeleteAccountPublicAccessBlock", "s3:PutAccountPublicAccessBlock")]
    [InlineData("s3express.amazonaws.com", "CreateSession", "s3express:CreateSession")]
    [InlineData("s3tables.amazonaws.com", "GetObject", "s3tables:GetTableData")]
    [InlineData("lambda.amazonaws.com", "Invoke", "lambda:InvokeFunction")]
    [InlineData("lambda.amazonaws.com", "GetFunction20150331v2", "lambda:GetFunction")]
    [InlineData("lambda.amazonaws.com", "UpdateFunctionCode20150331v2", "lambda:UpdateFunctionCode")]
    [InlineData("lambda.amazonaws.com", "ListEventSourceMappings20150331", "lambda:ListEventSourceMappings")]
    [InlineData("lambda.amazonaws.com", "AddLayerVersionPermission20181031", "lambda:AddLayerVersionPermission")]
    [InlineData("cloudfront.amazonaws.com", "CreateDistribution2020_05_31", "cloudfront:CreateDistribution")]
    [InlineData("cloudfront.amazonaws.com", "UpdateDistribution2016_11_25", "cloudfront:UpdateDistribution")]
    [InlineData("monitoring.amazonaws.com", "DescribeAlarms", "cloudwatch:DescribeAlarms")]
    [InlineData("tagging.amazonaws.com", "GetResources", "tag:GetResources")]
    [InlineData("email.amazonaws.com", "SendEmail", "ses:SendEmail")]
    [InlineData("autoscaling.amazonaws.com", "CreateAutoScalingGroup", "autoscaling:CreateAutoScalingGroup")]
    [InlineData("autoscaling.amazonaws.com", "RegisterScalableTarget", "application-autoscaling:RegisterScalableTarget")]
    [InlineData("servicecatalog-appregistry.amazonaws.com", "CreateApplication", "servicecatalog:CreateApplication")]
    [InlineData("cloudcontrolapi.amazonaws.com", "CreateResource", "cloudformation:CreateResource")]
    [InlineData("sso.amazonaws.com", "CreateAccountAssignment", "sso:CreateAccountAssignment")]
    [InlineData("sso-directory.amazonaws.com", "CreateGroupMembership", "identitystore:CreateGroupMembership")]
    [InlineData("bedrock.amazonaws.com", "Converse", "bedrock:InvokeModel")]
    [InlineData("amazonmq.amazonaws.com", "CreateBroker", "mq:CreateBroker")]
    [InlineData("rdsdata.amazonaws.com", "ExecuteStatement", "rds-data:ExecuteStatement")]
    [InlineData("iotdata.amazonaws.com", "UpdateThingShadow", "iot:UpdateThingShadow")]
    [InlineData("elasticmapreduce.amazonaws.com", "RunJobFlow", "elasticmapreduce:RunJobFlow")]
    [InlineData("sts.amazonaws.com.cn", "AssumeRole", "sts:AssumeRole")]
    [InlineData("apigateway.amazonaws.com", "GetRestApis", "apigateway:GET")]
    [InlineData("apigateway.amazonaws.com", "CreateRestApi", "apigateway:POST")]
    [InlineData("apigateway.amazonaws.com", "UpdateStage", "apigateway:PATCH")]
    [InlineData("apigateway.amazonaws.com", "PutMethod", "apigateway:PUT")]
    [InlineData("apigateway.amazonaws.com", "ImportApi", "apigateway:PUT")]
    [InlineData("apigateway.amazonaws.com", "ImportRestApi", "apigateway:POST")]
    [InlineData("apigateway.amazonaws.com", "FlushStageCache", "apigateway:DELETE")]
    [InlineData("apigateway.amazonaws.com", "CreatePortal", "apigateway:CreatePortal")]
    public void A_call_asks_for(string source, string call, string actions)
    {
        Asked(source, call).ShouldBe(actions.Split('+'));
    }

    [Theory]
    [InlineData("signin.amazonaws.com", "ConsoleLogin")]
    [InlineData("signin.amazonaws.com", "SwitchRole")]
    [InlineData("signin.amazonaws.com", "GetSigninToken")]
    [InlineData("sso.amazonaws.com", "GetRoleCredentials")]
    [InlineData("sso.amazonaws.com", "Federate")]
    public void A_known_call_may_ask_for_no_action(string source, string call)
    {
        var found = _calls.Find(source, call).ShouldNotBeNull();

        found.Actions.ShouldBeEmpty();
        found.Possible.ShouldBeEmpty();
        found.PassesRole.ShouldBeFalse();
    }

    [Theory]
    [InlineData("s3.amazonaws.com", "NoSuchCall")]
    [InlineData("nothing.amazonaws.com", "GetObject")]
    [InlineData("lambda.amazonaws.com", "20150331v2")]
    [InlineData("", "")]
    public void What_is_not_known_is_null(string source, string call)
    {
        _calls.Find(source, call).ShouldBeNull();
    }

    [Fact]
    public void What_depends_on_the_request_is_possible_and_not_certain()
    {
        var head = _calls.Find("s3.amazonaws.com", "HeadObject").ShouldNotBeNull();
        Names(head.Possible).ShouldBe(["s3:GetObjectVersion"]);

        var transaction = _calls.Find("dynamodb.amazonaws.com", "TransactWriteItems").ShouldNotBeNull();
        transaction.Actions.ShouldBeEmpty();
        Names(transaction.Possible).ShouldBe(["dynamodb:ConditionCheckItem", "dynamodb:DeleteItem", "dynamodb:PutItem", "dynamodb:UpdateItem"]);
    }

    [Fact]
    public void Dependents_are_possible_but_for_the_handing_on_of_a_role_which_is_said_apart()
    {
        var run = _calls.Find("ec2.amazonaws.com", "RunInstances").ShouldNotBeNull();

        run.PassesRole.ShouldBeTrue();
        Names(run.Possible).ShouldContain("ec2:CreateTags");
        Names(run.Possible).ShouldNotContain("iam:PassRole");
    }

    [Theory]
    [InlineData("s3.amazonaws.com", "GetObject", true)]
    [InlineData("s3.amazonaws.com", "PutBucketPolicy", false)]
    [InlineData("lambda.amazonaws.com", "Invoke", true)]
    [InlineData("lambda.amazonaws.com", "GetFunction20150331v2", false)]
    [InlineData("dynamodb.amazonaws.com", "Query", true)]
    [InlineData("dynamodb.amazonaws.com", "CreateTable", false)]
    [InlineData("sqs.amazonaws.com", "SendMessageBatch", true)]
    [InlineData("sns.amazonaws.com", "Publish", true)]
    [InlineData("kms.amazonaws.com", "Decrypt", false)]
    public void A_data_event_is_known_as_one(string source, string call, bool isDataEvent)
    {
        _calls.Find(source, call).ShouldNotBeNull().IsDataEvent.ShouldBe(isDataEvent);
    }

    [Fact]
    public void Every_rule_names_actions_that_there_are()
    {
        var unknown = CallRules.Embedded.Calls.Values.SelectMany(calls => calls.Values).SelectMany(asks => asks)
            .Where(ask => _catalog.Find(ask.TrimStart(CallRules.Possible)) < 0);

        unknown.ShouldBeEmpty();
    }

    [Fact]
    public void Every_source_and_every_list_is_of_prefixes_that_there_are()
    {
        var rules = CallRules.Embedded;
        var known = _catalog.Services.Concat(rules.Calls.Keys).ToHashSet();

        rules.Sources.Values.SelectMany(prefixes => prefixes).Where(prefix => !known.Contains(prefix)).ShouldBeEmpty();
        rules.PassesRole.Keys.Where(prefix => !known.Contains(prefix)).ShouldBeEmpty();
        rules.DataEvents.Keys.Where(prefix => !known.Contains(prefix)).ShouldBeEmpty();
        rules.Unlogged.Where(pattern => _catalog.Matching(pattern).IsEmpty).ShouldBeEmpty();
    }

    [Fact]
    public void The_sources_of_a_service_lead_to_every_call_that_has_an_action_of_its_name()
    {
        for (var action = 0; action < _catalog.Count; action++)
        {
            var (service, name) = (_catalog[action].Service, _catalog[action].Name.Split(':')[1]);

            _calls.Find($"{service}.amazonaws.com", name).ShouldNotBeNull($"{service} {name}");
        }
    }

    private static IEnumerable<string> Asked(string source, string call) => Names(_calls.Find(source, call).ShouldNotBeNull().Actions);

    private static IEnumerable<string> Names(IEnumerable<int> actions) => actions.Select(action => _catalog[action].Name);

    private static IEnumerable<string[]> Lines(string file)
    {
        using var text = new StreamReader(typeof(CallCatalogTests).Assembly.GetManifestResourceStream(file)!);
        while (text.ReadLine() is { } line)
        {
            if (!line.StartsWith('#'))
            {
                yield return line.Split(' ');
            }
        }
    }
}
