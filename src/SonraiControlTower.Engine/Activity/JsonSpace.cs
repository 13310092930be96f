using System.Runtime.CompilerServices;

namespace SonraiControlTower.Engine;

/// <summary>JSON's white space.</summary>
internal static class JsonSpace
{
    /// <summary>The first place from one on that is none; the text's length where there is no other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Skip(ReadOnlySpan<byte> text, int at) => (uint)at < (uint)text.Length && text[at] > (byte)' ' ? at : SkipSome(text, at);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int SkipSome(ReadOnlySpan<byte> text, int at)
    {
        while (at < text.Length && text[at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
        {
            at++;
        }

        return at;
    }
}
