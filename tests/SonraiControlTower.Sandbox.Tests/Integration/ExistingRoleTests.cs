namespace SonraiControlTower.Sandbox.Tests.Integration;

public sealed class ExistingRoleTests
{
    [Fact]
    public async Task A_management_account_that_has_the_role_keeps_it_beside_the_stack_and_after_it()
    {
        var functions = new RealFunctions(new IntegrationCloud());
        functions.Cloud.Zone.CreateRole(Zones.Management, new NewRole
        {
            Name = "sonrai-collector-role",
            TrustPolicy = new PolicyDocument(
                """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::222233334444:root"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"sts:ExternalId":"3f6c1b1e-2a51-4a63-9c26-0c3a54b9c7d1"}}}]}"""),
        },
        "arn:aws:iam::aws:policy/SecurityAudit");

        var stack = await functions.DeployAsync((IntegrationParameters.MakeCollectorRole, "false"));
        var registered = await functions.RegisteredAsync();
        await functions.Cloud.Stacks.DeleteAsync(stack.Id, OperationId.New(), default);
        await functions.Cloud.EndAsync(stack.Id);

        registered.ShouldContainKey(Zones.Management.ToString());
        stack.Outputs[IntegrationOutputs.CollectorRoleArn].ShouldBe("arn:aws:iam::111122223333:role/sonrai-collector-role");
        (await functions.Cloud.Cloud.Iam().Roles.GetAsync("sonrai-collector-role", default)).ShouldNotBeNull();
    }

    [Fact]
    public async Task The_role_that_another_stack_made_is_neither_changed_nor_removed_by_the_function()
    {
        const string Other = "SonraiDigAccess-Management";
        var functions = new RealFunctions(new IntegrationCloud());
        var other = await functions.Cloud.Stacks.CreateAsync(
            new StackRequest
            {
                Name = Other,
                TemplateBody = RoleTemplate.Collector.Body,
                Parameters =
                [
                    new(RoleTemplateParameters.CollectorAccount, Zones.Audit.ToString()),
                    new(RoleTemplateParameters.CollectorExternalId, "3f6c1b1e-2a51-4a63-9c26-0c3a54b9c7d1"),
                ],
                Capabilities = RoleTemplate.Collector.Capabilities,
                Tags = new Dictionary<string, string> { [RollOutPlan.MarkKey] = "SonraiControlTower" },
                RequestToken = OperationId.New(),
            },
            default);
        await functions.Cloud.EndAsync(other);
        var stack = await functions.DeployAsync((IntegrationParameters.MakeCollectorRole, "false"));
        var update = IntegrationCloud.Request(
            (IntegrationParameters.MakeCollectorRole, "false"), (IntegrationParameters.PolicyChoice, CollectorPolicy.ReadOnlyAccess));
        var parameters = update.Parameters.Select(one => one.Key == IntegrationParameters.SonraiAPIToken ? new TemplateParameter(one.Key, null) : one);

        var updated = await functions.Cloud.EndAsync((await functions.Cloud.Stacks.UpdateAsync(update with { Parameters = [.. parameters] }, default)).StackId);
        await functions.Cloud.Stacks.DeleteAsync(stack.Id, OperationId.New(), default);
        var deleted = await functions.Cloud.EndAsync(stack.Id);

        updated.Status.ShouldBe(StackStatus.UpdateComplete);
        deleted.Status.ShouldBe(StackStatus.DeleteComplete);
        (await functions.Cloud.Stacks.DescribeAsync(Other, default))!.Status.ShouldBe(StackStatus.CreateComplete);
        (await functions.RegisteredAsync()).ShouldBeEmpty();
    }
}
