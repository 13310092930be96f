using SonraiControlTower.TestKit;

namespace SonraiControlTower.Aws.Tests.CloudFormation;

public sealed class StacksOnMotoTests(MotoServer moto) : OnMoto(moto)
{
    [MotoFact]
    public async Task The_collectors_template_makes_a_role_that_trusts_the_collector_with_its_external_id()
    {
        var stacks = await OpenAsync();
        var iam = await Aws.OpenIamAsync(Access, default);

        var id = await stacks.CreateAsync(
            CollectorRoll.Stack() with { Parameters = [.. CollectorRoll.Parameters, new("KmsKeyArns", "arn:aws:kms:us-east-1:1:key/a,arn:aws:kms:us-east-1:1:key/b")] },
            default);

        id.ShouldStartWith($"arn:aws:cloudformation:us-east-1:{Account}:stack/sonrai-collector-role/");
        var role = (await iam.Roles.GetAsync("sonrai-collector-role", default)).ShouldNotBeNull();
        role.TrustPolicy.Json.ShouldContain("arn:aws:iam::999988887777:root");
        role.TrustPolicy.Json.ShouldContain(CollectorRoll.ExternalIdText);
        (await iam.IdentityPolicies.GetInlineAsync(IamIdentity.Role(role.Name), "DecryptTrails", default)).ShouldNotBeNull()
            .Document.Json.ShouldContain("key/b");
    }

    [MotoFact]
    public async Task The_bots_template_makes_a_role_of_its_own()
    {
        var stacks = await OpenAsync();
        var iam = await Aws.OpenIamAsync(Access, default);

        await stacks.CreateAsync(CollectorRoll.Stack("sonrai-bot-role") with { TemplateBody = RoleTemplate.Bot.Body }, default);

        (await stacks.DescribeAsync("sonrai-bot-role", default)).ShouldNotBeNull()
            .Outputs[RoleTemplate.Bot.RoleArnOutput].ShouldBe($"arn:aws:iam::{Account}:role/sonrai-bot-role");
        (await iam.IdentityPolicies.ListInlineAsync(IamIdentity.Role("sonrai-bot-role"), default).SingleAsync()).ShouldBe("Remediation");
    }

    [MotoFact]
    public async Task A_stack_tells_its_state_parameters_outputs_and_tags()
    {
        var stacks = await OpenAsync();
        var id = await stacks.CreateAsync(CollectorRoll.Stack(), default);

        var stack = (await stacks.DescribeAsync("sonrai-collector-role", default)).ShouldNotBeNull();

        stack.Id.ShouldBe(id);
        stack.Status.ShouldBe(StackStatus.CreateComplete);
        stack.Parameters["CollectorAccount"].ShouldBe("999988887777");
        stack.Outputs["RoleArn"].ShouldBe($"arn:aws:iam::{Account}:role/sonrai-collector-role");
        stack.Tags["CreatedBy"].ShouldBe("SonraiControlTower");
        stack.CreatedAt.ShouldNotBeNull();
    }

    [MotoFact]
    public async Task A_stack_that_does_not_exist_is_none()
    {
        var stacks = await OpenAsync();

        (await stacks.DescribeAsync("nowhere", default)).ShouldBeNull();
        (await stacks.GetTemplateAsync("nowhere", default)).ShouldBeNull();
        await stacks.DeleteAsync("nowhere", OperationId.New(), default);
    }

    [MotoFact]
    public async Task A_name_that_is_taken_is_said_to_be()
    {
        var stacks = await OpenAsync();
        await stacks.CreateAsync(CollectorRoll.Stack(), default);

        var refused = await Should.ThrowAsync<SonraiException>(() => stacks.CreateAsync(CollectorRoll.Stack(), default));

        refused.Problem.Id.ShouldBe("StackNameExists");
    }

    [MotoFact]
    public async Task An_update_changes_one_parameter_and_keeps_the_others()
    {
        var stacks = await OpenAsync();
        await stacks.CreateAsync(CollectorRoll.Stack(), default);

        var update = await stacks.UpdateAsync(
            CollectorRoll.Stack() with
            {
                TemplateBody = null,
                Parameters = [new("CollectorAccount", null), new("CollectorExternalId", null), new("PolicyChoice", "ReadOnlyAccess")],
            },
            default);

        update.HadNothingToDo.ShouldBeFalse();
        var stack = (await stacks.DescribeAsync("sonrai-collector-role", default)).ShouldNotBeNull();
        stack.Status.ShouldBe(StackStatus.UpdateComplete);
        stack.Parameters["PolicyChoice"].ShouldBe("ReadOnlyAccess");
        stack.Parameters["CollectorAccount"].ShouldBe("999988887777");
    }

    [MotoFact]
    public async Task The_template_events_and_resources_of_a_stack_are_read()
    {
        var stacks = await OpenAsync();
        await stacks.CreateAsync(CollectorRoll.Stack(), default);

        (await stacks.GetTemplateAsync("sonrai-collector-role", default)).ShouldBe(RoleTemplate.Collector.Body);
        var resource = await stacks.ListResourcesAsync("sonrai-collector-role", default).SingleAsync();
        resource.LogicalId.ShouldBe("CollectorRole");
        resource.ResourceType.ShouldBe("AWS::IAM::Role");
        (await stacks.ListEventsAsync("sonrai-collector-role", default).FirstAsync()).Status.ShouldBe("CREATE_COMPLETE");
    }

    [MotoFact]
    public async Task A_deleted_stack_takes_its_role_along()
    {
        var stacks = await OpenAsync();
        await stacks.CreateAsync(CollectorRoll.Stack(), default);

        await stacks.DeleteAsync("sonrai-collector-role", OperationId.New(), default);

        (await stacks.DescribeAsync("sonrai-collector-role", default)).ShouldBeNull();
        (await (await Aws.OpenIamAsync(Access, default)).Roles.GetAsync("sonrai-collector-role", default)).ShouldBeNull();
    }

    private async Task<IStacks> OpenAsync() => (await Aws.OpenCloudFormationAsync(Access, default)).Stacks;
}
