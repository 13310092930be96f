using Xunit;

namespace SonraiControlTower.TestKit.Moto;

/// <summary>A test against moto. Without moto it is skipped and says so; where <c>SONRAI_REQUIRE_MOTO=1</c>, as in CI, it runs and fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MotoFactAttribute : FactAttribute
{
    public MotoFactAttribute()
    {
        if (MotoServer.Program is null && Environment.GetEnvironmentVariable("SONRAI_REQUIRE_MOTO") != "1")
        {
            Skip = "moto_server is not on the PATH: install it with 'pip install moto[server]', or run the tests that need no moto.";
        }
    }
}
