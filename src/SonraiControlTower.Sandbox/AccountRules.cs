using System.Net.Mail;

namespace SonraiControlTower.Sandbox;

/// <summary>
/// What AWS Organizations refuses, with AWS's own codes:
/// <see href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html">quotas</see>,
/// <see href="https://docs.aws.amazon.com/organizations/latest/APIReference/API_CloseAccount.html">CloseAccount</see>,
/// <see href="https://docs.aws.amazon.com/organizations/latest/APIReference/API_MoveAccount.html">MoveAccount</see>.
/// </summary>
internal static class AccountRules
{
    private const string Create = "CreateAccount";
    private const string Move = "MoveAccount";
    private const string Close = "CloseAccount";
    private const string Constraint = "ConstraintViolationException";
    private const int LongestName = 50;
    private const int MostClosingsAtOnce = 3;
    private static readonly TimeSpan _closingWindow = TimeSpan.FromDays(30);

    public static void DemandNameAndEmail(string name, string email)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > LongestName)
        {
            throw Refused(Create, "InvalidInputException", $"an account's name has 1 to {LongestName} characters, not '{name}'.");
        }

        if (!MailAddress.TryCreate(email, out var address) || address.Address != email)
        {
            throw Refused(Create, "INVALID_EMAIL", $"'{email}' is not an email address.");
        }
    }

    public static void DemandRoom(IReadOnlyCollection<Member> members, DateTimeOffset now)
    {
        // Suspended accounts count until they are closed for good.
        if (members.Count >= LandingZone.MostAccounts
            && members.Count(member => member.StatusAt(now) != Member.Closed) >= LandingZone.MostAccounts)
        {
            throw Refused(Create, Constraint, $"ACCOUNT_NUMBER_LIMIT_EXCEEDED: the organization has {LandingZone.MostAccounts} accounts.");
        }
    }

    public static void DemandFreeEmail(IReadOnlySet<string> taken, string email)
    {
        if (taken.Contains(email))
        {
            throw Conflict(Create, "EMAIL_ALREADY_EXISTS", $"an account with the address '{email}' exists.");
        }
    }

    public static void DemandMove(
        Member member, string sourceParentId, string destinationParentId, IReadOnlyDictionary<string, EstateUnit> places)
    {
        if (member.ParentId != sourceParentId)
        {
            throw NotFound(Move, $"SourceParentNotFoundException: the account '{member.Id}' is not in '{sourceParentId}'.");
        }

        if (!places.ContainsKey(destinationParentId))
        {
            throw NotFound(Move, $"DestinationParentNotFoundException for '{destinationParentId}'.");
        }

        if (member.ParentId == destinationParentId)
        {
            throw Conflict(Move, "DuplicateAccountException", $"the account '{member.Id}' is in '{destinationParentId}' already.");
        }
    }

    public static void DemandClosable(
        Member member, Organization organization, IReadOnlyCollection<Member> members, DateTimeOffset now)
    {
        if (member.Id == AccountId.Parse(organization.ManagementAccountId))
        {
            throw Refused(Close, Constraint, "CANNOT_CLOSE_MANAGEMENT_ACCOUNT: the management account is closed as a standalone account.");
        }

        if (member.ClosedAt is not null)
        {
            throw Conflict(Close, "AccountAlreadyClosedException", $"the account '{member.Id}' is {member.StatusAt(now)}.");
        }

        if (members.Count(other => other.StatusAt(now) == Member.PendingClosure) >= MostClosingsAtOnce)
        {
            throw Refused(Close, Constraint, $"CLOSE_ACCOUNT_REQUESTS_LIMIT_EXCEEDED: {MostClosingsAtOnce} accounts are being closed.");
        }

        var quota = Math.Clamp(members.Count(other => other.StatusAt(now) != Member.Closed) / 10, 10, 1_000);
        if (members.Count(other => now - other.ClosedAt < _closingWindow) >= quota)
        {
            throw Refused(Close, Constraint, $"CLOSE_ACCOUNT_QUOTA_EXCEEDED: {quota} accounts were closed within 30 days.");
        }
    }

    private static SonraiException Refused(string operation, string code, string why) => new(AwsProblems.Refused(operation, code, why));

    private static SonraiException Conflict(string operation, string code, string why) => new(AwsProblems.Conflict(operation, code, why));

    private static SonraiException NotFound(string operation, string why) => new(AwsProblems.NotFound(operation, why));
}
