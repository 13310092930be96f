namespace SonraiControlTower;

/// <summary>What can be wrong with an account, an organizational unit or an organization.</summary>
public static class AccountProblems
{
    public static Problem Malformed(string? text) => new(
        "MalformedAccountId",
        $"'{text}' is not an AWS account id: an account id has exactly twelve digits.",
        text?.Trim() is { Length: > 0 and < 12 } digits && digits.All(char.IsAsciiDigit)
            ? $"A spreadsheet may have dropped the leading zeros: did you mean '{digits.PadLeft(12, '0')}'?"
            : "Give the twelve digits, without dashes, such as 111122223333.",
        ProblemKind.InvalidInput)
    { Target = text };

    public static Problem Duplicate(AccountId id) => new(
        "DuplicateAccount",
        $"Account '{id}' was given more than once; it is treated once.",
        "Remove the repeated row from the input.",
        ProblemKind.InvalidInput);

    public static Problem NotInOrganization(AccountId id, string? organizationId) => new(
        "AccountNotInOrganization",
        organizationId is null
            ? $"Account '{id}' is not in this organization."
            : $"Account '{id}' is not in the organization '{organizationId}' of this session.",
        "Check the id with Get-OrgAccount, or connect with credentials of the organization that has the account.",
        ProblemKind.NotFound);

    public static Problem NoneGiven(string command) => new(
        "NoAccountGiven",
        $"No account reached {command}: the pipeline was empty.",
        "Run the command before the pipe alone: a filter that matches nothing, or a file without rows, gives an empty pipeline.",
        ProblemKind.InvalidInput);

    public static Problem UnitNotFound(string text, IEnumerable<OrganizationalUnit> units) => new(
        "OrganizationalUnitNotFound",
        $"The organization has no organizational unit with the id, path or name '{text}'.",
        $"Give one of these: {Listed(units)}.",
        ProblemKind.NotFound)
    { Target = text };

    public static Problem UnitAmbiguous(string text, IEnumerable<OrganizationalUnit> units) => new(
        "OrganizationalUnitAmbiguous",
        $"More than one organizational unit is called '{text}'.",
        $"Give the path or the id of one: {string.Join(", ", units.Select(unit => $"{unit.Path} ({unit.Id})"))}.",
        ProblemKind.InvalidInput)
    { Target = text };

    private static string Listed(IEnumerable<OrganizationalUnit> units)
    {
        const int Shown = 12;
        var paths = units.Select(unit => unit.Path).ToList();
        var listed = string.Join(", ", paths.Take(Shown));
        return paths.Count > Shown ? $"{listed} and {paths.Count - Shown} more" : listed;
    }
}
