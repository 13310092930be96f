namespace SonraiControlTower.Sandbox;

/// <summary>
/// The wildcards of policies: <c>*</c> for any signs, <c>?</c> for one
/// (<see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html">IAM policy elements</see>).
/// </summary>
internal static class Glob
{
    public static bool IsMatch(string text, string pattern, bool ignoreCase = false)
    {
        var (at, star, resume) = (0, -1, 0);
        var position = 0;
        while (position < text.Length)
        {
            if (at < pattern.Length && pattern[at] == '*')
            {
                (star, resume) = (at++, position);
            }
            else if (at < pattern.Length && (pattern[at] == '?' || Same(pattern[at], text[position], ignoreCase)))
            {
                at++;
                position++;
            }
            else if (star >= 0)
            {
                // The last star takes one sign more.
                (at, position) = (star + 1, ++resume);
            }
            else
            {
                return false;
            }
        }

        return pattern.AsSpan(at).Trim('*').IsEmpty;
    }

    private static bool Same(char one, char other, bool ignoreCase) =>
        one == other || (ignoreCase && char.ToUpperInvariant(one) == char.ToUpperInvariant(other));
}
