using SonraiControlTower.Help.About;

namespace SonraiControlTower.Help.Pages;

/// <summary>All pages of a folder, in the order of their names, and what is wrong with those that could not be read.</summary>
internal sealed record PageFolder(IReadOnlyList<CommandPage> Commands, IReadOnlyList<AboutTopic> Topics, IReadOnlyList<PageProblem> Problems)
{
    public static PageFolder Read(string folder, string module)
    {
        var files = Directory.GetFiles(folder, "*.md");
        Array.Sort(files, StringComparer.Ordinal);

        var commands = new List<CommandPage>();
        var topics = new List<AboutTopic>();
        var problems = new List<PageProblem>();
        foreach (var file in files)
        {
            var name = Path.GetFileNameWithoutExtension(file);
            try
            {
                if (name.StartsWith("about_", StringComparison.Ordinal))
                {
                    topics.Add(AboutTopic.Read(name, File.ReadAllText(file)));
                }
                else
                {
                    var page = CommandPageReader.Read(name, module, File.ReadAllText(file));
                    DemandTargets(page, folder);
                    commands.Add(page);
                }
            }
            catch (MalformedPageException malformed)
            {
                problems.Add(malformed.In(file));
            }
        }

        return new PageFolder(commands, topics, problems);
    }

    private static void DemandTargets(CommandPage page, string folder)
    {
        foreach (var link in page.RelatedLinks.Where(link => link.IsPage && !File.Exists(Path.Combine(folder, link.Target))))
        {
            throw new MalformedPageException(link.Line, $"The link leads to '{link.Target}', and there is no such page.", "Mend the link, or write the page.");
        }
    }
}
