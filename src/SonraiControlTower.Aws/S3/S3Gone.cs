using SonraiControlTower.Aws.Protocol;

namespace SonraiControlTower.Aws.S3;

/// <summary>Makes a result of S3's refusals, where the port has one for them.</summary>
internal static class S3Gone
{
    /// <summary>Ends well where S3 answers with the code.</summary>
    public static async Task IsFineAsync(Task doing, string code)
    {
        try
        {
            await doing.ConfigureAwait(false);
        }
        catch (SonraiException refused) when (Refusal.CodeOf(refused) == code)
        {
            // It is as it shall be: the port promises no more.
        }
    }
}
