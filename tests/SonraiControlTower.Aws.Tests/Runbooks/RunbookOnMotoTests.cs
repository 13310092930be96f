using Amazon.Runtime;
using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using SonraiControlTower.TestKit;

namespace SonraiControlTower.Aws.Tests.Runbooks;

[Collection(MotoCollection.Name)]
public sealed class RunbookOnMotoTests(MotoServer moto)
{
    [MotoFact]
    public async Task Every_runbook_can_be_registered_and_comes_back_as_it_is()
    {
        await moto.ResetAsync();
        using var systemsManager = new AmazonSimpleSystemsManagementClient(
            new BasicAWSCredentials("AKIAIOSFODNN7EXAMPLE", "secret"),
            new AmazonSimpleSystemsManagementConfig { ServiceURL = $"{moto.Endpoint}", AuthenticationRegion = "us-east-1" });

        foreach (var runbook in Runbook.Names.Select(Runbook.Read))
        {
            var made = await systemsManager.CreateDocumentAsync(
                new CreateDocumentRequest { Name = runbook.Name, Content = runbook.Text, DocumentType = DocumentType.Automation, DocumentFormat = DocumentFormat.YAML });
            var kept = await systemsManager.GetDocumentAsync(new GetDocumentRequest { Name = runbook.Name, DocumentFormat = DocumentFormat.YAML });

            made.DocumentDescription.SchemaVersion.ShouldBe("0.3");
            made.DocumentDescription.Parameters.Select(parameter => parameter.Name).ShouldBe(runbook.Parameters.Select(one => one.Key), ignoreOrder: true);
            Runbook.Parse(runbook.Name, kept.Content).Content.ToJsonString().ShouldBe(runbook.Content.ToJsonString());
        }
    }
}
