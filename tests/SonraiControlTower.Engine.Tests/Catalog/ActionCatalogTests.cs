namespace SonraiControlTower.Engine.Tests.Catalog;

public sealed class ActionCatalogTests
{
    private static readonly ActionCatalog _catalog = ActionCatalog.Embedded;

    [Fact]
    public void Every_action_is_found_by_its_name_in_any_case()
    {
        for (var action = 0; action < _catalog.Count; action++)
        {
            _catalog.Find(_catalog[action].Name).ShouldBe(action);
            _catalog.Find(_catalog[action].Name.ToUpperInvariant()).ShouldBe(action);
        }
    }
}
