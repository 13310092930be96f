namespace SonraiControlTower.Sandbox;

/// <content>What Control Tower does with accounts and units, at once and with its lifecycle events.</content>
public sealed partial class LandingZone
{
    private const string Succeeded = "SUCCEEDED";

    /// <summary>
    /// Account Factory makes an account: it is created, enrolled and put into a unit, and CreateManagedAccount tells of it. At AWS that takes some
    /// 20 minutes.
    /// </summary>
    /// <param name="name">The account's name.</param>
    /// <param name="email">Its address.</param>
    /// <param name="unit">The unit, by id or by name.</param>
    /// <exception cref="SonraiException">As <see cref="CreateAccount"/>; <c>AwsNotFound</c> for the unit.</exception>
    public OrgAccount CreateManagedAccount(string name, string email, string unit) => Atomically(() =>
    {
        var place = FindUnit(unit);
        var id = AccountId.Parse(CreateAccount(name, email).AccountId);
        Iam.Enroll(id);
        if (place.Id != _rootId)
        {
            MoveAccount(id, _rootId, place.Id);
        }

        var member = FindMember(id)!;
        _announcements.Managed("CreateManagedAccount", member, place, Succeeded);
        return member.ToOrgAccount(Organization, Agenda.Now);
    });

    /// <summary>Account Factory updates an account, or enrolls one that there is; UpdateManagedAccount tells of it.</summary>
    /// <param name="account">The account.</param>
    /// <param name="unit">The unit that it shall be in, by id or by name; null for the one that it is in.</param>
    /// <param name="succeeds">False for an update that fails, and does nothing but tell of it.</param>
    /// <exception cref="SonraiException"><c>AwsNotFound</c> for the account or the unit.</exception>
    public void UpdateManagedAccount(AccountId account, string? unit = null, bool succeeds = true) => Atomically(() =>
    {
        var member = Find("UpdateManagedAccount", account).Member;
        var place = unit is null ? _places[member.ParentId] : FindUnit(unit);
        if (succeeds)
        {
            Iam.Enroll(account);
            if (place.Id != member.ParentId)
            {
                MoveAccount(account, member.ParentId, place.Id);
            }
        }

        _announcements.Managed("UpdateManagedAccount", member, place, succeeds ? Succeeded : "FAILED");
    });

    /// <summary>Control Tower registers a unit: the accounts right in it are enrolled, and RegisterOrganizationalUnit tells of it.</summary>
    /// <param name="unit">The unit, by id or by name.</param>
    /// <exception cref="SonraiException"><c>AwsNotFound</c>.</exception>
    public void RegisterOrganizationalUnit(string unit) => Atomically(() =>
    {
        var place = FindUnit(unit);
        foreach (var member in _members.Where(member => member.ParentId == place.Id && CanBeUsed(member.Id)))
        {
            Iam.Enroll(member.Id);
        }

        _announcements.Registered(place);
    });

    /// <inheritdoc/>
    public void UpdateManagedAccount(string accountId) => UpdateManagedAccount(AccountId.Parse(accountId));

    private EstateUnit FindUnit(string idOrName) =>
        _places.GetValueOrDefault(idOrName)
        ?? _places.Values.FirstOrDefault(unit => unit.Name == idOrName)
        ?? throw new SonraiException(AwsProblems.NotFound("DescribeOrganizationalUnit", $"OrganizationalUnitNotFoundException for '{idOrName}'."));
}
