using System.Text;
using System.Text.Json.Nodes;

namespace SonraiControlTower.Sandbox.Tests.Integration;

public sealed class IntegrationStackTests
{
    private readonly IntegrationCloud _cloud = new();

    private Functions Functions => _cloud.Functions;

    [Fact]
    public async Task The_template_of_the_integration_is_deployed_as_it_is()
    {
        var stack = await _cloud.DeployAsync();

        stack.Status.ShouldBe(StackStatus.CreateComplete, await ReasonAsync());
        stack.Outputs[IntegrationOutputs.CollectorRoleArn].ShouldBe("arn:aws:iam::111122223333:role/sonrai-collector-role");
        stack.Outputs[IntegrationOutputs.SecretArn].ShouldStartWith("arn:aws:secretsmanager:eu-west-1:111122223333:secret:sonrai-integration-TokenSecret-");
        stack.Outputs[IntegrationOutputs.EventQueueUrl].ShouldStartWith("https://sqs.eu-west-1.amazonaws.com/111122223333/sonrai-integration-EventQueue-");
        (await _cloud.Stacks.ListResourcesAsync(IntegrationCloud.Stack, default).ToListAsync())
            .ShouldAllBe(one => one.Status == StackStatus.CreateComplete && one.PhysicalId != null);
        Functions.RequestTypes.ShouldBe(["Create"]);
    }

    [Fact]
    public async Task The_functions_role_suffices_for_what_the_function_asks()
    {
        await _cloud.DeployAsync();

        var asked = _cloud.Zone.Asked.Where(one => one.Principal.Contains("-RotateCredentialsRole-", StringComparison.Ordinal)).ToList();

        asked.ShouldAllBe(one => one.IsAllowed);
        asked.Select(one => one.Action).ShouldBe(
            [
                "kms:Decrypt", "kms:GenerateDataKey", "logs:CreateLogStream", "logs:PutLogEvents", "secretsmanager:DescribeSecret",
                "secretsmanager:GetSecretValue", "secretsmanager:PutSecretValue", "secretsmanager:UpdateSecretVersionStage",
            ],
            ignoreOrder: true);
    }

    [Fact]
    public async Task A_role_without_the_key_does_not_get_the_secret()
    {
        var body = IntegrationTemplate.Main.Body.Replace(
            "Resource: !GetAtt SecretKey.Arn", "Resource: arn:aws:kms:eu-west-1:111122223333:key/another", StringComparison.Ordinal);
        await _cloud.WithPackageAsync();

        await _cloud.EndAsync(await _cloud.Stacks.CreateAsync(IntegrationCloud.Request() with { TemplateBody = body }, default));

        (await _cloud.TokenAsync()).ShouldBe("""{"sonrai_token":"token-0"}""");
        _cloud.Zone.Asked.ShouldContain(one =>
            one.Principal.Contains("-RotateCredentialsRole-", StringComparison.Ordinal) && one.Action == "kms:GenerateDataKey" && !one.IsAllowed);
    }

    [Fact]
    public async Task An_event_that_comes_before_the_functions_are_fed_waits_in_the_queue()
    {
        var hasCome = false;
        Functions.Answer = request =>
        {
            hasCome = hasCome || _cloud.Zone.PublishAsync(
                "eu-west-1", """{"source":"aws.controltower","detail-type":"AWS Service Event via CloudTrail","detail":{"eventName":"CreateManagedAccount"}}""").IsCompletedSuccessfully;
            return Functions.Success(request, "setup-1");
        };

        await _cloud.DeployAsync();
        await _cloud.PassAsync(TimeSpan.FromSeconds(20));

        Functions.Events.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_the_template_makes_is_seen_before_it_is_made()
    {
        await _cloud.WithPackageAsync();
        var sets = _cloud.Cloud.CloudFormation.ChangeSets;

        await sets.CreateAsync(new ChangeSetRequest("preview", IsForNewStack: true, IntegrationCloud.Request()), default);
        _cloud.Cloud.Clock.Advance(TimeSpan.FromSeconds(10));
        var set = (await sets.DescribeAsync(IntegrationCloud.Stack, "preview", default))!;
        await sets.ExecuteAsync(IntegrationCloud.Stack, "preview", OperationId.New(), default);
        var stack = await _cloud.EndAsync(set.StackId);

        set.Changes.ShouldAllBe(change => change.Action == "Add");
        stack.Status.ShouldBe(StackStatus.CreateComplete);
        (await _cloud.Stacks.ListResourcesAsync(IntegrationCloud.Stack, default).CountAsync()).ShouldBe(set.Changes.Count);
    }

    [Fact]
    public async Task Without_the_package_the_stack_is_not_made_and_AWS_names_the_key()
    {
        await _cloud.WithPackageAsync();

        var stack = await _cloud.EndAsync(await _cloud.Stacks.CreateAsync(
            IntegrationCloud.Request((IntegrationParameters.PackageKey, "no-such.zip")), default));

        stack.Status.ShouldBe(StackStatus.RollbackComplete);
        (await ReasonAsync())!.ShouldContain("Error occurred while GetObject. S3 Error Code: NoSuchKey.");
        Functions.Setup.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_custom_resource_that_fails_takes_the_stack_back_and_is_asked_to_delete()
    {
        Functions.Answer = request => request["RequestType"]!.ToString() == "Create"
            ? Functions.Failure(request, "The collector 'larkmoor-security' was not found.", "setup-9")
            : Functions.Success(request, "setup-9");

        var stack = await _cloud.DeployAsync();

        stack.Status.ShouldBe(StackStatus.RollbackComplete);
        (await ReasonAsync()).ShouldStartWith(
            "Received response status [FAILED] from custom resource. Message returned: The collector 'larkmoor-security' was not found. (RequestId: ");
        Functions.RequestTypes.ShouldBe(["Create", "Delete"]);
        Functions.Setup.Last()["PhysicalResourceId"]!.ToString().ShouldBe("setup-9");
    }

    [Fact]
    public async Task A_custom_resource_that_never_answers_fails_when_its_time_is_over()
    {
        Functions.Answer = request => request["RequestType"]!.ToString() == "Create" ? null : Functions.Success(request, "setup-1");

        var stack = await _cloud.DeployAsync();

        stack.Status.ShouldBe(StackStatus.RollbackComplete);
        (await ReasonAsync()).ShouldStartWith("CloudFormation did not receive a response from your custom resource.");
    }

    [Fact]
    public async Task A_rollback_whose_deletion_fails_says_so()
    {
        Functions.Answer = request => Functions.Failure(request, "No.");

        var stack = await _cloud.DeployAsync();

        stack.Status.ShouldBe("ROLLBACK_FAILED");
    }

    [Fact]
    public async Task An_update_asks_the_function_with_what_there_was_before()
    {
        await _cloud.DeployAsync();

        var update = await _cloud.Stacks.UpdateAsync(IntegrationCloud.Request((IntegrationParameters.PolicyChoice, CollectorPolicy.ReadOnlyAccess)), default);
        var stack = await _cloud.EndAsync(update.StackId);

        stack.Status.ShouldBe(StackStatus.UpdateComplete);
        Functions.RequestTypes.ShouldBe(["Create", "Update"]);
        var request = Functions.Setup.Last();
        request["OldResourceProperties"]!["PolicyChoice"]!.ToString().ShouldBe(CollectorPolicy.SecurityAuditViewOnly);
        request["ResourceProperties"]!["PolicyChoice"]!.ToString().ShouldBe(CollectorPolicy.ReadOnlyAccess);
        request["PhysicalResourceId"]!.ToString().ShouldBe("setup-1");
    }

    [Fact]
    public async Task Another_physical_id_after_an_update_means_that_the_former_is_deleted()
    {
        await _cloud.DeployAsync();
        Functions.Answer = request => Functions.Success(request, "setup-2");

        var update = await _cloud.Stacks.UpdateAsync(IntegrationCloud.Request((IntegrationParameters.PolicyChoice, CollectorPolicy.ReadOnlyAccess)), default);
        await _cloud.EndAsync(update.StackId);

        Functions.RequestTypes.ShouldBe(["Create", "Update", "Delete"]);
        Functions.Setup.Last()["PhysicalResourceId"]!.ToString().ShouldBe("setup-1");
    }

    [Fact]
    public async Task A_failed_update_is_taken_back_by_another_with_the_properties_of_before()
    {
        await _cloud.DeployAsync();
        Functions.Answer = request => request["ResourceProperties"]!["PolicyChoice"]!.ToString() == CollectorPolicy.ReadOnlyAccess
            ? Functions.Failure(request, "No.")
            : Functions.Success(request, "setup-1");

        var update = await _cloud.Stacks.UpdateAsync(IntegrationCloud.Request((IntegrationParameters.PolicyChoice, CollectorPolicy.ReadOnlyAccess)), default);
        var stack = await _cloud.EndAsync(update.StackId);

        stack.Status.ShouldBe(StackStatus.UpdateRollbackComplete);
        Functions.RequestTypes.ShouldBe(["Create", "Update", "Update"]);
    }

    [Fact]
    public async Task Deletion_asks_the_function_and_leaves_nothing_behind()
    {
        await _cloud.DeployAsync();
        var outputs = (await _cloud.Stacks.DescribeAsync(IntegrationCloud.Stack, default))!;

        await _cloud.Stacks.DeleteAsync(IntegrationCloud.Stack, OperationId.New(), default);
        var gone = await _cloud.EndAsync(outputs.Id);

        gone.Status.ShouldBe(StackStatus.DeleteComplete);
        Functions.RequestTypes.ShouldBe(["Create", "Delete"]);
        (await _cloud.Secrets.DescribeAsync(outputs.Outputs[IntegrationOutputs.SecretArn], default)).ShouldBeNull();
        (await _cloud.Lambda.GetFunctionAsync(outputs.Outputs[IntegrationOutputs.SetupFunctionName], default)).ShouldBeNull();
        (await _cloud.Sqs.GetQueueAsync(outputs.Outputs[IntegrationOutputs.EventQueueUrl], default)).ShouldBeNull();
        (await _cloud.EventBridge().DescribeRuleAsync(outputs.Outputs[IntegrationOutputs.LifecycleRuleName], default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_deletion_that_the_function_refuses_leaves_the_stack_to_be_deleted_again()
    {
        await _cloud.DeployAsync();
        var id = (await _cloud.Stacks.DescribeAsync(IntegrationCloud.Stack, default))!.Id;
        Functions.Answer = request => Functions.Failure(request, "2 instances are left.");

        await _cloud.Stacks.DeleteAsync(id, OperationId.New(), default);
        var failed = await _cloud.EndAsync(id);
        Functions.Answer = request => Functions.Success(request, "setup-1");
        await _cloud.Stacks.DeleteAsync(id, OperationId.New(), default);
        var gone = await _cloud.EndAsync(id);

        failed.Status.ShouldBe(StackStatus.DeleteFailed);
        gone.Status.ShouldBe(StackStatus.DeleteComplete);
    }

    [Fact]
    public async Task An_answer_longer_than_CloudFormation_takes_is_a_failure()
    {
        Functions.Answer = request =>
        {
            var answer = Functions.Success(request, "setup-1");
            answer["Data"] = new JsonObject { ["Much"] = new string('x', request["RequestType"]!.ToString() == "Create" ? 4_096 : 1) };
            return answer;
        };

        await _cloud.DeployAsync();

        (await ReasonAsync()).ShouldBe("Response object is too long.");
    }

    [Fact]
    public async Task A_template_in_a_bucket_is_read_from_there()
    {
        await _cloud.WithPackageAsync();
        await _cloud.S3.PutObjectAsync(IntegrationCloud.Bucket, "template.yaml", Encoding.UTF8.GetBytes(IntegrationTemplate.Main.Body), default);
        var request = IntegrationCloud.Request() with
        {
            TemplateBody = null,
            TemplateUrl = new Uri($"https://{IntegrationCloud.Bucket}.s3.eu-west-1.amazonaws.com/template.yaml"),
        };

        var stack = await _cloud.EndAsync(await _cloud.Stacks.CreateAsync(request, default));

        stack.Status.ShouldBe(StackStatus.CreateComplete);
    }

    private async Task<string?> ReasonAsync() => (await _cloud.Stacks.ListEventsAsync(
            (await _cloud.Stacks.DescribeAsync(IntegrationCloud.Stack, default))!.Id, default).ToListAsync())
        .LastOrDefault(one => one.Status?.EndsWith("_FAILED", StringComparison.Ordinal) == true)?.StatusReason;
}
