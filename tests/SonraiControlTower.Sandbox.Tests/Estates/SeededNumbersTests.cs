namespace SonraiControlTower.Sandbox.Tests.Estates;

public sealed class SeededNumbersTests
{
    [Fact]
    public void The_first_number_is_that_of_the_published_algorithm() =>
        // SplitMix64 of 0 begins with 0xE220A8397B1DCDAF: https://prng.di.unimi.it/splitmix64.c
        new SeededNumbers(0).Below(1_000_000_000_000).ShouldBe((long)(0xE220A8397B1DCDAF % 1_000_000_000_000));

    [Fact]
    public void Numbers_stay_below_the_limit()
    {
        var numbers = new SeededNumbers(42);

        Enumerable.Range(0, 10_000).Select(_ => numbers.Below(7)).Distinct().Order().ShouldBe([0, 1, 2, 3, 4, 5, 6]);
    }
}
