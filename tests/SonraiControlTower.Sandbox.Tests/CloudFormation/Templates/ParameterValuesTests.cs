namespace SonraiControlTower.Sandbox.Tests.CloudFormation.Templates;

public sealed class ParameterValuesTests
{
    private static readonly Template _template = Template.Parse(RoleTemplate.Collector.Body);

    [Fact]
    public void What_is_not_given_has_its_default() =>
        Settle(Collectors.Parameters())[RoleTemplateParameters.RolePath].ShouldBe("/");

    [Fact]
    public void Null_keeps_what_was_there_before() =>
        ParameterValues.Settle(
            _template,
            Collectors.Parameters((RoleTemplateParameters.RoleName, null!)),
            new Dictionary<string, string> { [RoleTemplateParameters.RoleName] = "before" })[RoleTemplateParameters.RoleName].ShouldBe("before");

    [Theory]
    [InlineData("Nonsense", "x", "Parameters: [Nonsense] do not exist in the template")]
    [InlineData(RoleTemplateParameters.PolicyChoice, "AdministratorAccess", "Parameter 'PolicyChoice' must be one of AllowedValues")]
    [InlineData(RoleTemplateParameters.RolePath, "no-slash", "Parameter RolePath failed to satisfy constraint: A slash, or text between slashes.")]
    public void A_value_that_the_template_does_not_allow_is_refused(string key, string value, string words) =>
        Should.Throw<AwsFault>(() => Settle(Collectors.Parameters((key, value)))).Message.ShouldBe(words);

    [Fact]
    public void What_has_no_default_must_be_given() =>
        Should.Throw<AwsFault>(() => Settle([])).Message.ShouldBe("Parameters: [CollectorAccount, CollectorExternalId] must have values");

    private static IReadOnlyDictionary<string, string> Settle(IReadOnlyList<TemplateParameter> given) =>
        ParameterValues.Settle(_template, given, before: null);
}
