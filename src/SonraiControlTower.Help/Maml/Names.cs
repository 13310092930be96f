using System.Xml.Linq;

namespace SonraiControlTower.Help.Maml;

/// <summary>The XML namespaces of MAML, as PowerShell's help system expects them.</summary>
internal static class Names
{
    public static readonly XNamespace HelpItems = "http://msh";
    public static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    public static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    public static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";
}
