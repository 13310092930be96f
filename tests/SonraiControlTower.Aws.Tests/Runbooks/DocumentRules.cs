using System.Text;

namespace SonraiControlTower.Aws.Tests.Runbooks;

/// <summary>
/// The document as a whole: <see href="https://docs.aws.amazon.com/systems-manager/latest/userguide/documents-syntax-data-elements-parameters.html">data elements</see>.
/// </summary>
internal static class DocumentRules
{
    // https://docs.aws.amazon.com/general/latest/gr/ssm.html: a document has 64 KB at most.
    private const int LargestBytes = 64 * 1024;

    private static readonly string[] _required = ["schemaVersion", "description", "assumeRole", "parameters", "outputs", "mainSteps"];

    public static IEnumerable<string> Check(Runbook runbook)
    {
        if (Encoding.UTF8.GetByteCount(runbook.Text) > LargestBytes)
        {
            yield return "The document is larger than 64 KB.";
        }

        if (runbook.Content.Text("schemaVersion") != "0.3")
        {
            yield return "schemaVersion is not the text 0.3.";
        }

        foreach (var missing in _required.Where(name => runbook.Content[name] is null))
        {
            yield return $"The document has no {missing}.";
        }

        // `files` is for attachments, which our runbooks do not have.
        foreach (var unknown in runbook.Content.Select(one => one.Key).Except(_required))
        {
            yield return $"The document has an unknown element {unknown}.";
        }

        if (runbook.Content.Text("assumeRole") != "{{ AutomationAssumeRole }}")
        {
            yield return "assumeRole is not the parameter AutomationAssumeRole.";
        }
    }
}
