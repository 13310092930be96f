using SonraiControlTower.Help.Pages;
using SonraiControlTower.Module.Tests.Hosting;

namespace SonraiControlTower.Module.Tests.Conventions;

/// <summary>The pages of docs/en-US, read as the build reads them.</summary>
internal static class Documentation
{
    private const string Module = "SonraiControlTower";

    private static readonly PageFolder _pages = PageFolder.Read(Checkout.At("docs", "en-US"), Module);

    public static IReadOnlyList<CommandPage> Commands => _pages.Problems.Count == 0
        ? _pages.Commands
        : throw new InvalidOperationException(string.Join('\n', _pages.Problems));

    public static CommandPage PageOf(string command) => Commands.Single(page => page.Name == command);

    public static TheoryData<string> CommandNames => [.. Commands.Select(page => page.Name)];
}
