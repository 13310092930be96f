namespace SonraiControlTower.Sandbox;

/// <summary>
/// Who signed in to the console, the root user included
/// (<see href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-aws-console-sign-in-events.html">console
/// sign-in events</see>).
/// </summary>
internal static class SignIns
{
    private const string Region = "us-east-1";
    private static readonly string[] _signedIn = ["hl.kowalski", "hl.brandt"];

    /// <summary>When a user last signed in with its password, as the records show; null for never.</summary>
    public static DateTimeOffset? LastOf(AccountId account, string userName, Calendar calendar) =>
        account == SampleAccounts.HarbourlineBookings && _signedIn.IndexOf(userName) is >= 0 and var position
            ? calendar.Of(account)[0].From.AddMinutes(position)
            : null;

    public static IEnumerable<(Hours Hours, Record Record)> Of(AccountId account, AccountIam iam, IReadOnlyList<Hours> calendar, Func<string> id)
    {
        var (latest, earliest) = (calendar[0], calendar[^1]);
        if (account == SampleAccounts.Management)
        {
            var root = Actor.Root(account);
            yield return (earliest, SignIn(account, root, earliest.From.AddMinutes(3), "Success", id));
            yield return (earliest, new Record(earliest.From.AddMinutes(4), root, "iam", "GetAccountSummary", Region, account.ToString())
            {
                RequestId = id(),
                EventId = id(),
                Host = "iam.amazonaws.com",
            });
        }

        if (account == SampleAccounts.HarbourlineBookings)
        {
            foreach (var (position, name) in _signedIn.Index())
            {
                yield return (latest, SignIn(account, Actor.SignedIn(account, iam.Find(IamIdentity.User(name))!), latest.From.AddMinutes(position), "Success", id));
            }

            yield return (latest, SignIn(account, Actor.SignedIn(account, iam.Find(IamIdentity.User("hl.former"))!), latest.From.AddMinutes(9), "Failure", id));
        }
    }

    private static Record SignIn(AccountId account, Actor actor, DateTimeOffset at, string outcome, Func<string> id) =>
        new(at, actor, "signin", "ConsoleLogin", Region, account.ToString())
        {
            ErrorMessage = outcome == "Success" ? null : "Failed authentication",
            Response = $$"""{"ConsoleLogin":"{{outcome}}"}""",
            Additional = """{"LoginTo":"https://console.aws.amazon.com/console/home","MobileVersion":"No","MFAUsed":"Yes"}""",
            RequestId = id(),
            EventId = id(),
            IsReadOnly = false,
            Type = "AwsConsoleSignIn",
            Host = "signin.aws.amazon.com",
        };
}
