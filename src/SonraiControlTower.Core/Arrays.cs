using System.Diagnostics.CodeAnalysis;

namespace SonraiControlTower;

/// <summary>
/// Lists that people index. PowerShell reads <c>$list[0]</c> of an array; of the lists that the compiler makes of <c>[..]</c> it gives the whole list instead.
/// </summary>
internal static class Arrays
{
    /// <summary>The list as an array; the list itself where it is one.</summary>
    [return: NotNullIfNotNull(nameof(list))]
    public static IReadOnlyList<T>? Of<T>(IReadOnlyList<T>? list) => list as T[] ?? list?.ToArray();
}
