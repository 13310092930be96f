using System.Text.Json.Nodes;
using SonraiControlTower.Core.Tests.Integration.Functions;

namespace SonraiControlTower.Core.Tests.Integration.Rotation;

/// <summary>What holds wherever a rotation is broken off: before and after every request to AWS and to Dig.</summary>
public sealed class RotationProperties
{
    [Fact]
    public async Task Broken_off_anywhere_the_version_in_use_is_accepted_and_the_next_try_comes_to_the_end()
    {
        var moments = await MomentsAsync();
        moments.ShouldBeGreaterThan(20);

        for (var point = 1; point <= moments; point++)
        {
            var host = FakeHost.With(accounts: 2);
            var left = point;
            host.Fake.Moment = _ =>
            {
                AcceptsWhatIsInUse(host, point);
                if (--left == 0)
                {
                    throw new InvalidOperationException("killed");
                }
            };
            await Should.ThrowAsync<InvalidOperationException>(() => host.RotateAllAsync());
            AcceptsWhatIsInUse(host, point);

            // Secrets Manager tries the whole rotation again, with the same version; one that is in use already it has seen the end of.
            host.Fake.Moment = _ => AcceptsWhatIsInUse(host, point);
            if (host.Fake.Secrets.Stages[SecretStage.Current] == "first")
            {
                await host.RotateAllAsync();
            }
            else
            {
                await host.RotateAsync(RotationStep.Finish);
            }

            host.Fake.Secrets.Stages[SecretStage.Current].ShouldBe("second", $"broken off at {point}");
            host.Fake.Secrets.Stages.Keys.ShouldNotContain(SecretStage.Pending, $"broken off at {point}");
            host.Tenant.Accepts(FakeHost.FirstToken).ShouldBeTrue();
            host.Tenant.Open.ShouldBe(0);
            AcceptsWhatIsInUse(host, point);
        }
    }

    private static void AcceptsWhatIsInUse(FakeHost host, int point) =>
        host.Tenant.Accepts((string)JsonNode.Parse(host.Fake.Secrets.Current)!["sonrai_token"]!).ShouldBeTrue($"broken off at {point}");

    private static async Task<int> MomentsAsync()
    {
        var host = FakeHost.With(accounts: 2);
        var moments = 0;
        host.Fake.Moment = _ => moments++;
        await host.RotateAllAsync();
        return moments;
    }
}
