using SonraiControlTower.TestKit;

namespace SonraiControlTower.Aws.Tests;

/// <summary>The test classes that share one moto; they run one after another, each test on a moto that has forgotten the one before.</summary>
[CollectionDefinition(Name)]
public sealed class MotoCollection : ICollectionFixture<MotoServer>
{
    public const string Name = "moto";
}
