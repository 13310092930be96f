namespace SonraiControlTower.Engine;

/// <summary>The actions of IAM, each with a number from 0 that its bit in an <see cref="ActionSet"/> has. Ordered by name in small letters.</summary>
internal sealed class ActionCatalog
{
    /// <summary>The catalogue that the module brings; read when it is first asked for.</summary>
    public static ActionCatalog Embedded => throw new NotImplementedException("catalog");

    public int Count => throw new NotImplementedException("catalog");

    public CatalogAction this[int action] => throw new NotImplementedException("catalog");

    /// <summary>The number of an action such as <c>s3:GetObject</c>, in any case; -1 for none.</summary>
    public int Find(ReadOnlySpan<char> action) => throw new NotImplementedException("catalog");

    /// <summary>
    /// The actions that a policy's pattern names (<c>*</c> and <c>?</c> anywhere, in any case; <c>*</c> alone for all). The answer is remembered and
    /// shared: copy it before you change it.
    /// </summary>
    public ActionSet Matching(string pattern) => throw new NotImplementedException("catalog");

    /// <summary>Every action. Shared: copy it before you change it.</summary>
    public ActionSet All => throw new NotImplementedException("catalog");
}
