namespace SonraiControlTower.Sandbox;

/// <summary>What an update makes of a set, settled before anything is changed.</summary>
internal sealed record StackSetChange(StackSetDefinition Definition, Template Template, IReadOnlyDictionary<string, string> Parameters, bool IsOfContent)
{
    public static StackSetChange Of(StackSetState set, StackSetDefinition definition)
    {
        if (definition.ManagedExecution is { } managed && managed != set.ManagedExecution && set.Unfinished.Count > 0)
        {
            throw StackSetRefusals.Invalid(
                "You can't modify your StackSet's execution configuration while there are running or queued operations for that StackSet.");
        }

        if (definition.PermissionModel == PermissionModel.ServiceManaged != set.IsServiceManaged && set.Instances.Count > 0)
        {
            throw AwsFault.Validation("PermissionModel cannot be updated for a StackSet that has stack instances");
        }

        var template = definition.TemplateBody is null ? set.Template : Template.Parse(definition.TemplateBody);
        var parameters = ParameterValues.Settle(template, definition.Parameters, set.Parameters);
        var isOfContent = template.Body != set.Template.Body
            || parameters.Count != set.Parameters.Count
            || parameters.Any(one => set.Parameters.GetValueOrDefault(one.Key) != one.Value)
            || (definition.Tags is { } tags && (tags.Count != set.Tags.Count || tags.Any(one => set.Tags.GetValueOrDefault(one.Key) != one.Value)));
        return new StackSetChange(definition, template, parameters, isOfContent);
    }

    public void Apply(StackSetState set)
    {
        set.IsChanged = true;
        set.Template = Template;
        set.Parameters = Parameters;
        set.Tags = Definition.Tags ?? set.Tags;

        // What a template may do is said with each request anew; an instance that may not fails.
        set.Capabilities = Definition.Capabilities;
        set.Description = Definition.Description ?? set.Description;
        set.AdministrationRoleArn = Definition.AdministrationRoleArn ?? set.AdministrationRoleArn;
        set.ExecutionRoleName = Definition.ExecutionRoleName ?? set.ExecutionRoleName;
        set.AutoDeployment = Definition.AutoDeployment ?? set.AutoDeployment;
        set.ManagedExecution = Definition.ManagedExecution ?? set.ManagedExecution;

        // Every instance counts as outdated until it was updated, those that are not targeted too:
        // https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_UpdateStackSet.html
        foreach (var instance in set.Instances.Values.Where(one => IsOfContent && one.Status == StackInstanceStatus.Current))
        {
            instance.Status = StackInstanceStatus.Outdated;
        }
    }
}
