using SonraiControlTower.Aws.Protocol;

namespace SonraiControlTower.Aws.Iam;

/// <summary>Makes a result of IAM's "no such entity", where the port has one for it.</summary>
internal static class IamGone
{
    private const string Code = "NoSuchEntity";

    /// <summary>What is asked for; null if it does not exist.</summary>
    public static async Task<T?> OrNullAsync<T>(Task<T> asking)
        where T : class
    {
        try
        {
            return await asking.ConfigureAwait(false);
        }
        catch (SonraiException refused) when (Refusal.CodeOf(refused) == Code)
        {
            return null;
        }
    }

    /// <summary>Takes something away; that it is not there any more is as good, and is what a second try finds when the first one's answer was lost.</summary>
    public static async Task IsFineAsync(Task takingAway)
    {
        try
        {
            await takingAway.ConfigureAwait(false);
        }
        catch (SonraiException refused) when (Refusal.CodeOf(refused) == Code)
        {
            // It is not there any more: the port promises no more.
        }
    }
}
