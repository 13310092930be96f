using System.Management.Automation;
using System.Text;
using SonraiControlTower.Hosting;

namespace SonraiControlTower.Commands;

/// <summary>Writes the CloudFormation templates that this module brings along into files.</summary>
[Cmdlet(VerbsData.Export, "SonraiTemplate")]
[OutputType(typeof(ExportedTemplate))]
public sealed class ExportSonraiTemplateCommand : AsyncCmdlet
{
    private static readonly Dictionary<string, (string File, string Body)> _templates = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Integration"] = (IntegrationTemplate.Main.File, IntegrationTemplate.Main.Body),
        ["OrganizationEvents"] = (IntegrationTemplate.OrganizationEvents.File, IntegrationTemplate.OrganizationEvents.Body),
        ["CollectorRole"] = (RoleTemplate.Collector.File, RoleTemplate.Collector.Body),
        ["BotRole"] = (RoleTemplate.Bot.File, RoleTemplate.Bot.Body),
    };

    [Parameter(Position = 0)]
    [ValidateSet("Integration", "OrganizationEvents", "CollectorRole", "BotRole")]
    public string[]? Name { get; set; }

    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    public string Destination { get; set; } = ".";

    [Parameter]
    public SwitchParameter Force { get; set; }

    protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        var folder = GetUnresolvedProviderPathFromPSPath(Destination);
        Directory.CreateDirectory(folder);
        foreach (var name in Name ?? [.. _templates.Keys])
        {
            var (file, body) = _templates[name];
            var path = Path.Combine(folder, file);
            if (File.Exists(path) && !Force)
            {
                WriteProblem(IntegrationProblems.FileExists(path), path);
                continue;
            }

            await File.WriteAllTextAsync(path, body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), cancellationToken);
            WriteObject(new ExportedTemplate(name, path));
        }
    }
}
