using System.Runtime.CompilerServices;

namespace SonraiControlTower.Engine;

/// <summary>
/// How names of actions and patterns of them compare: letters of ASCII in any case, as IAM does
/// (<see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html">Action</see>).
/// </summary>
/// <remarks>Both run some hundred thousand times before a session's first answer, so that the runtime is not left to find out that they are hot.</remarks>
internal static class ActionName
{
    /// <summary>The order of the names in small letters.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Compare(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        var shared = Math.Min(one.Length, other.Length);
        for (var i = 0; i < shared; i++)
        {
            var difference = Small(one[i]) - Small(other[i]);
            if (difference != 0)
            {
                return difference;
            }
        }

        return one.Length - other.Length;
    }

    /// <summary>Whether a pattern with <c>*</c> (any letters, or none) and <c>?</c> (one letter) names this.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool Matches(ReadOnlySpan<char> name, ReadOnlySpan<char> pattern)
    {
        // Where the last star stood, and how much of the name it has taken so far; a star that took too little takes one more.
        int at = 0, of = 0, star = -1, taken = 0;
        while (at < name.Length)
        {
            if (of < pattern.Length && pattern[of] == '*')
            {
                (star, taken) = (of++, at);
            }
            else if (of < pattern.Length && (pattern[of] == '?' || Small(pattern[of]) == Small(name[at])))
            {
                (of, at) = (of + 1, at + 1);
            }
            else if (star >= 0)
            {
                (of, at) = (star + 1, ++taken);
            }
            else
            {
                return false;
            }
        }

        return pattern[of..].IndexOfAnyExcept('*') < 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static char Small(char letter) => letter is >= 'A' and <= 'Z' ? (char)(letter | 0x20) : letter;
}
