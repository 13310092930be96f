using CsCheck;
using SonraiControlTower.Core.Tests.Ports;

namespace SonraiControlTower.Core.Tests.Onboarding;

/// <summary>What holds whatever Dig does, and wherever a run is broken off.</summary>
public sealed class AccountRegistrarProperties
{
    private static readonly Gen<Script> _scripts = Gen.Select(
        Gen.Int[1, 12],
        Gen.Int[0, 4],
        Gen.Int[1, 5],
        Gen.Enum<Fate>().Array[1, 40],
        Gen.Int[0, 12].Array[0, 3],
        (accounts, before, batchSize, fates, breaks) => new Script(accounts, Math.Min(before, accounts), batchSize, fates, breaks));

    [Fact]
    public async Task However_a_run_goes_and_breaks_off_running_again_registers_every_account_exactly_once() =>
        await _scripts.SampleAsync(async script =>
        {
            var dig = Given(script);
            var ids = Ids(script.Accounts);

            await RunBrokenAsync(dig, ids, script);
            dig.CloudAccounts.FateOf = _ => Fate.Made;
            var last = await dig.RunAsync(ids, script.BatchSize);

            dig.CloudAccounts.Registered.Select(account => AccountId.Parse(account.AccountId)).ShouldBe(ids, ignoreOrder: true);
            last.Count.ShouldBe(ids.Count);
            last.ShouldAllBe(end => end.Result.Status == RegistrationStatus.Registered || end.Result.Status == RegistrationStatus.AlreadyRegistered);
        });

    [Fact]
    public async Task Nothing_is_ever_sent_again_before_a_read_showed_it_missing() =>
        await _scripts.SampleAsync(async script =>
        {
            var dig = Given(script);

            await RunBrokenAsync(dig, Ids(script.Accounts), script);

            dig.CloudAccounts.SentBlindly.ShouldBeEmpty();
        });

    [Fact]
    public async Task A_run_that_is_not_broken_off_tells_the_truth_of_every_account() =>
        await _scripts.SampleAsync(async script =>
        {
            var dig = Given(script);
            var ids = Ids(script.Accounts);

            var results = await dig.RunAsync(ids, script.BatchSize);

            var registered = dig.CloudAccounts.Registered.Select(account => account.AccountId).ToHashSet();
            results.Select(end => end.Result.AccountId).ShouldBe(ids.Select(id => id.ToString()), ignoreOrder: true);
            results.ShouldAllBe(end => end.Result.Status == RegistrationStatus.Failed != registered.Contains(end.Result.AccountId));
            results.ShouldAllBe(end => end.Result.Status == RegistrationStatus.Failed == (end.Problem != null));
        });

    /// <summary>Some accounts are registered from before; the fates are dealt out one by one, over and over.</summary>
    private static FakeDig Given(Script script)
    {
        var dig = new FakeDig(FakeDig.Blue, FakeDig.Green);
        foreach (var id in Ids(script.Before))
        {
            dig.CloudAccounts.Add(id, registeredBy: null, FakeDig.Green);
        }

        var dealt = 0;
        dig.CloudAccounts.FateOf = _ => script.Fates[dealt++ % script.Fates.Length];
        return dig;
    }

    private static async Task RunBrokenAsync(FakeDig dig, IReadOnlyList<AccountId> ids, Script script)
    {
        foreach (var breakAt in script.Breaks)
        {
            var left = breakAt;
            dig.CloudAccounts.Moment = _ =>
            {
                if (left-- == 0)
                {
                    throw new OperationCanceledException();
                }
            };

            try
            {
                await dig.RunAsync(ids, script.BatchSize);
            }
            catch (OperationCanceledException)
            {
                // Broken off, as scripted; what was sent is sent.
            }
        }

        dig.CloudAccounts.Moment = _ => { };
    }

    private static IReadOnlyList<AccountId> Ids(int count) =>
        [.. Enumerable.Range(1, count).Select(number => AccountId.Parse(number.ToString("D12")))];

    /// <summary>How it goes: accounts, those registered from before, batch size, fates, and after how many moments each run breaks off.</summary>
    private sealed record Script(int Accounts, int Before, int BatchSize, Fate[] Fates, int[] Breaks)
    {
        public override string ToString() =>
            $"{Accounts} accounts, {Before} before, batches of {BatchSize}, fates {string.Join(' ', Fates)}, breaks {string.Join(' ', Breaks)}";
    }
}
