using SonraiControlTower.Aws.Protocol.Query;

namespace SonraiControlTower.Aws.CloudFormation.Wire;

/// <summary>Writes what a stack set is to be; the one place that does.</summary>
internal static class StackSetForm
{
    public static QueryForm Named(StackSetRef stackSet) =>
        new QueryForm().Add("StackSetName", stackSet.Name).Add("CallAs", stackSet.CallAs == CallAs.Self ? null : stackSet.CallAs);

    public static QueryForm ForCreate(StackSetDefinition definition, OperationId requestToken) =>
        Common(definition).Add("TemplateBody", definition.TemplateBody).Add("ClientRequestToken", requestToken.ToString());

    public static QueryForm ForUpdate(StackSetUpdate update)
    {
        var form = StackForm.AddTemplate(Common(update.Definition), update.Definition.TemplateBody);
        if (update.Targets is { } targets)
        {
            TargetsForm.Add(form, targets).AddList("Regions", update.Regions);
        }

        return PreferencesForm.Add(form, update.Preferences).Add("OperationId", update.OperationId.ToString());
    }

    /// <summary>What a listing is narrowed by; a filter without a value is none.</summary>
    public static QueryForm AddFilters(QueryForm form, params (string Name, string? Value)[] filters) =>
        form.AddList(
            "Filters",
            filters.Where(filter => filter.Value is not null),
            (target, member, filter) => target.Add($"{member}.Name", filter.Name).Add($"{member}.Values", filter.Value));

    private static QueryForm Common(StackSetDefinition definition) =>
        StackForm.AddParameters(Named(definition.StackSet), "Parameters", definition.Parameters)
            .AddTags(definition.Tags)
            .AddList("Capabilities", definition.Capabilities)
            .Add("Description", definition.Description)
            .Add("PermissionModel", definition.PermissionModel)
            .Add("AdministrationRoleARN", definition.AdministrationRoleArn)
            .Add("ExecutionRoleName", definition.ExecutionRoleName)
            .Add("AutoDeployment.Enabled", definition.AutoDeployment?.Enabled)
            .Add("AutoDeployment.RetainStacksOnAccountRemoval", Retained(definition.AutoDeployment))
            .Add("ManagedExecution.Active", definition.ManagedExecution);

    /// <summary>AWS refuses the word on retaining where there is no automatic deployment.</summary>
    private static bool? Retained(AutoDeployment? auto) => auto is { Enabled: true } ? auto.RetainStacksOnAccountRemoval : null;
}
