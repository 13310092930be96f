namespace SonraiControlTower.Sandbox.Tests.CloudFormation.Templates;

public sealed class TemplateTests
{
    [Theory]
    [InlineData("", "Either Template URL or Template Body must be specified.")]
    [InlineData("Resources: {}", "At least one Resources member must be defined.")]
    [InlineData("Resource: {}", "Invalid template property or properties [Resource]")]
    [InlineData("Transform: AWS::Serverless-2016-10-31\nResources: {}", "Invalid template property or properties [Transform]")]
    [InlineData("Resources:\n  Bucket:\n    Type: AWS::S3::Bucket", "it cannot make 'Bucket', which is of the type AWS::S3::Bucket")]
    [InlineData("Resources:\n  R:\n    Type: AWS::IAM::Role\n    Properties:\n      Rolename: x", "extraneous key [Rolename] is not permitted")]
    [InlineData(
        "Resources:\n  A:\n    Type: AWS::IAM::Role\n    DependsOn: B\n  B:\n    Type: AWS::IAM::Role\n    Properties:\n      Description: !GetAtt A.Arn",
        "Circular dependency between resources: [A, B]")]
    [InlineData("{ \"Resources\": ", "JSON not well-formed")]
    public void A_template_that_the_sandbox_cannot_do_is_refused(string body, string words) =>
        Should.Throw<AwsFault>(() => Template.Parse(body)).Message.ShouldContain(words);

    [Fact]
    public void Both_templates_of_the_module_are_read()
    {
        Template.Parse(RoleTemplate.Collector.Body).Resources.ShouldHaveSingleItem().LogicalId.ShouldBe("CollectorRole");
        Template.Parse(RoleTemplate.Bot.Body).Resources.Select(one => one.LogicalId).ShouldBe(["BotRole", "OwnBoundaryIsFixed"]);
    }

    [Fact]
    public void A_template_beyond_the_quota_is_refused() =>
        Should.Throw<AwsFault>(() => Template.Parse($"{RoleTemplate.Collector.Body}\n# {new string('x', 51_200)}")).Message.ShouldContain("51200");

    [Fact]
    public void JSON_is_read_as_well() =>
        Template.Parse("""{"Resources":{"R":{"Type":"AWS::IAM::Role","Properties":{"MaxSessionDuration":3600}}}}""").Resources.Count.ShouldBe(1);
}
