using SonraiControlTower.Aws.Protocol.Query;

namespace SonraiControlTower.Aws.CloudFormation.Wire;

/// <summary>Writes what a stack is to be; the one place that does.</summary>
internal static class StackForm
{
    public static QueryForm Named(string name) => new QueryForm().Add("StackName", name);

    public static QueryForm OfChangeSet(string stackName, string name) => Named(stackName).Add("ChangeSetName", name);

    public static QueryForm ForCreate(StackRequest request) =>
        AddNewTemplate(Common(request), request.TemplateBody, request.TemplateUrl).Add("ClientRequestToken", request.RequestToken.ToString());

    public static QueryForm ForUpdate(StackRequest request) =>
        AddTemplate(Common(request), request.TemplateBody, request.TemplateUrl).Add("ClientRequestToken", request.RequestToken.ToString());

    public static QueryForm ForChangeSet(ChangeSetRequest request)
    {
        var stack = request.Stack;
        var form = Common(stack)
            .Add("ChangeSetName", request.Name)
            .Add("ChangeSetType", request.IsForNewStack ? "CREATE" : "UPDATE")
            .Add("ClientToken", stack.RequestToken.ToString());
        return request.IsForNewStack
            ? AddNewTemplate(form, stack.TemplateBody, stack.TemplateUrl)
            : AddTemplate(form, stack.TemplateBody, stack.TemplateUrl);
    }

    /// <summary>The template, or that the one which is there counts.</summary>
    public static QueryForm AddTemplate(QueryForm form, string? body, Uri? url = null) =>
        body is null && url is null ? form.Add("UsePreviousTemplate", true) : AddNewTemplate(form, body, url);

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
            .Add("RoleARN", request.RoleArn);

    /// <summary>AWS takes one of the two; the address goes before the text.</summary>
    private static QueryForm AddNewTemplate(QueryForm form, string? body, Uri? url) =>
        url is null ? form.Add("TemplateBody", body) : form.Add("TemplateURL", url.AbsoluteUri);
}
