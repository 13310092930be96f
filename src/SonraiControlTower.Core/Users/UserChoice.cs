namespace SonraiControlTower;

/// <summary>Settles which user is meant.</summary>
public static class UserChoice
{
    /// <summary>The active user of that address, name or SRN. Addresses and names are compared without regard to case.</summary>
    /// <exception cref="SonraiException"><c>UserNotFound</c>, <c>UserAmbiguous</c>.</exception>
    public static async Task<SonraiUser> ChooseAsync(IUsers users, string text, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(users);
        ArgumentNullException.ThrowIfNull(text);
        var known = await users.ListAsync(cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);
        var meant = known.FindAll(one => one.Srn == text || Same(one.Email, text) || Same(one.Name, text));
        return meant switch
        {
            [var only] => only,
            [] => throw new SonraiException(UserProblems.NotFound(text)),
            _ => throw new SonraiException(UserProblems.Ambiguous(text, meant)),
        };
    }

    private static bool Same(string? one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
