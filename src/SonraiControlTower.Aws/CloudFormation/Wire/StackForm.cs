using SonraiControlTower.Aws.Protocol.Query;

namespace SonraiControlTower.Aws.CloudFormation.Wire;

/// <summary>Writes what a stack is to be; the one place that does.</summary>
internal static class StackForm
{
    public static QueryForm Named(string name) => new QueryForm().Add("StackName", name);

    public static QueryForm ForCreate(StackRequest request) => Common(request).Add("TemplateBody", request.TemplateBody);

    public static QueryForm ForUpdate(StackRequest request) => AddTemplate(Common(request), request.TemplateBody);

    /// <summary>The template, or that the one which is there counts.</summary>
    public static QueryForm AddTemplate(QueryForm form, string? body) =>
        body is null ? form.Add("UsePreviousTemplate", true) : form.Add("TemplateBody", body);

    public static QueryForm AddParameters(QueryForm form, string list, IEnumerable<TemplateParameter> parameters) =>
        form.AddList(list, parameters, (target, member, parameter) =>
        {
            target.Add($"{member}.ParameterKey", parameter.Key).Add($"{member}.ParameterValue", parameter.Value);
            if (parameter.Value is null)
            {
                target.Add($"{member}.UsePreviousValue", true);
            }
        });

    private static QueryForm Common(StackRequest request) =>
        AddParameters(Named(request.Name), "Parameters", request.Parameters)
            .AddTags(request.Tags)
            .AddList("Capabilities", request.Capabilities)
            .Add("RoleARN", request.RoleArn)
            .Add("ClientRequestToken", request.RequestToken.ToString());
}
