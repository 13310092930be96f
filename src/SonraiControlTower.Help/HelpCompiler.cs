using System.Text;
using SonraiControlTower.Help.Maml;
using SonraiControlTower.Help.Pages;

namespace SonraiControlTower.Help;

/// <summary>Compiles a folder of pages. The same pages give the same bytes on every machine.</summary>
internal static class HelpCompiler
{
    private static readonly UTF8Encoding _utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes the help files, or writes nothing and tells every page that is malformed.</summary>
    public static IReadOnlyList<PageProblem> Compile(string pagesFolder, string outputFolder, string module)
    {
        var book = PageFolder.Read(pagesFolder, module);
        if (book.Problems.Count > 0)
        {
            return book.Problems;
        }

        Directory.CreateDirectory(outputFolder);
        foreach (var old in Directory.EnumerateFiles(outputFolder, "about_*.help.txt"))
        {
            File.Delete(old);
        }

        Write(CommandPage.HelpFileOf(module), MamlFile.Render(book.Commands));
        foreach (var topic in book.Topics)
        {
            Write($"{topic.Name}.help.txt", topic.Text);
        }

        return [];

        void Write(string name, string text) => File.WriteAllText(Path.Combine(outputFolder, name), text, _utf8);
    }
}
