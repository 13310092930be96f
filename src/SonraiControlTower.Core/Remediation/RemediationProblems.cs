namespace SonraiControlTower;

/// <summary>What can stand in the way of a remediation.</summary>
public static class RemediationProblems
{
    public static Problem NoTicketGiven(string command) => TicketProblems.NoneGiven(command);

    /// <summary>A ticket does not tell which policies of which identity it is about.</summary>
    public static Problem NoEvidence(SonraiTicket ticket) => new(
        "TicketWithoutEvidence",
        $"The ticket '{ticket}' does not tell of any policy of an identity, so there is nothing to plan from.",
        "Take a ticket of one of the least-privilege frameworks; see its Evidence with Get-SonraiLeastPrivilegeTicket -Detailed.",
        ProblemKind.InvalidInput)
    { Target = ticket };

    /// <summary>A policy is named that the ticket has no evidence of.</summary>
    public static Problem PolicyNotInTicket(SonraiTicket ticket, IEnumerable<string> wanted, IEnumerable<string> known) => new(
        "PolicyNotInTicket",
        $"The ticket '{ticket}' tells of no policy '{string.Join("', '", wanted)}'.",
        $"Give -PolicyName one of: {string.Join(", ", known)}.",
        ProblemKind.NotFound)
    { Target = ticket };

    /// <summary>A file cannot be written.</summary>
    public static Problem NotWritten(string file, string why) => new(
        "ComparisonNotWritten",
        $"The comparison cannot be written to '{file}': {why}",
        "Give a file in a folder that is there and that you may write to.",
        ProblemKind.InvalidInput)
    { Target = file };

    /// <summary>IAM has no such policy of an identity.</summary>
    public static Problem PolicyGone(string identityArn, string policy) => new(
        "PolicyGone",
        $"'{identityArn}' has no policy '{policy}' any more.",
        "Take tickets of a newer scan; with the local engine, run Import-SonraiIdentity for the account.",
        ProblemKind.NotFound)
    { Target = identityArn };

    /// <summary>An ARN is of nothing that has policies.</summary>
    public static Problem NotAnIdentity(string arn) => new(
        "NotAnIdentity",
        $"'{arn}' is not the ARN of a user, role or group of IAM.",
        "Remediation changes identities of IAM; what other resources need, do at the resource.",
        ProblemKind.InvalidInput)
    { Target = arn };

    public static Problem WrongKind(string arn, string wanted) => new(
        "RemediationWrongKind",
        $"'{arn}' is not {wanted}, which is what this bot is for.",
        "Choose a bot that fits the ticket: see Get-SonraiBot.",
        ProblemKind.InvalidInput)
    { Target = arn };

    /// <summary>A bot is named that nobody knows, or that only the tenant could run.</summary>
    public static Problem BotNotFound(string name, IEnumerable<string> known) => new(
        "BotNotFound",
        $"There is no bot '{name}' that this module can run; Dig's public interface has no call to have the tenant run one.",
        $"Give -Bot one of: {string.Join(", ", known)}.",
        ProblemKind.NotFound)
    { Target = name };

    /// <summary>The role that changes an account was not given.</summary>
    public static Problem BotRoleNotGiven(AccountId account, string role, string why) => new(
        "BotRoleNotGiven",
        $"Nothing can be changed in account '{account}', since the role '{role}' was not given: {why}",
        "Let the account have it with Install-SonraiCollectorRole -BotRoleName, and give -CollectorAccount and -ExternalId as there; the collector's own role changes nothing, on purpose.",
        ProblemKind.NotAllowed)
    { Target = account.ToString() };

    public static Problem IdentityGone(string arn) => new(
        "RemediationIdentityGone",
        $"There is no '{arn}' any more.",
        "Import the account's identities again with Import-SonraiIdentity: the ticket then closes by itself.",
        ProblemKind.NotFound)
    { Target = arn };

    /// <summary>Somebody, or something, that must not lose its permissions by the way.</summary>
    public static Problem Protected(string arn, string why) => new(
        "IdentityProtected",
        $"'{arn}' is left alone: {why}.",
        $"If it shall be changed all the same, name it: -IncludeProtected {IamArn.NameOf(arn)}.",
        ProblemKind.NotAllowed)
    { Target = arn };

    /// <summary>IAM lets nobody but its service change it.</summary>
    public static Problem OfService(string arn) => new(
        "IdentityOfService",
        $"'{arn}' belongs to a service of AWS, and only that can change it.",
        "Accept the risk of the ticket with Approve-SonraiRisk; permission sets are changed in IAM Identity Center.",
        ProblemKind.NotAllowed)
    { Target = arn };

    /// <summary>What a recommendation was made for is not what IAM has.</summary>
    public static Problem EvidenceOutdated(string arn, string policy) => new(
        "EvidenceOutdated",
        $"The policy '{policy}' of '{arn}' was edited since the recommendation for it was made.",
        "Import the account's identities again with Import-SonraiIdentity, and run the same command again; at a tenant, wait for its next scan.",
        ProblemKind.Conflict)
    { Target = arn };

    /// <summary>A plan does not fit what the identity has now.</summary>
    public static Problem ChangedMeanwhile(string arn) => new(
        "RemediationChangedMeanwhile",
        $"Somebody keeps changing '{arn}': it is not any more as it was when the change was planned.",
        "Run the same command again when it has come to rest.",
        ProblemKind.Conflict)
    { Target = arn };

    /// <summary>Recorded calls would be refused.</summary>
    public static Problem WouldDeny(string arn, IReadOnlyList<RehearsedDenial> denied) => new(
        "RemediationWouldDeny",
        $"'{arn}' was recorded to do what it would not be allowed any more: {Some(denied)}.",
        "See Get-SonraiActivity -Principal for what it does. Import the newest activity, and run the same command again: the recommendation then keeps it.",
        ProblemKind.Conflict)
    { Target = arn };

    /// <summary>IAM does not show what was written.</summary>
    public static Problem NotSeen(string arn, int expected, int seen) => new(
        "RemediationNotSeen",
        $"IAM shows {seen} policies of '{arn}' where {expected} were expected, so nothing was taken away.",
        "Run the same command again; if it stays so, somebody else changes the identity.",
        ProblemKind.Conflict)
    { Target = arn };

    /// <summary>Nothing is known of what the identity does.</summary>
    public static Problem Blind(string arn) => new(
        "RemediationBlind",
        $"Nothing is recorded of what '{arn}' does, so nobody can tell what it would miss.",
        "Import the activity of its account with Import-SonraiActivity, then run the same command again.",
        ProblemKind.Conflict)
    { Target = arn };

    public static Problem InUse(string arn, DateTimeOffset lastUsedAt) => new(
        "IdentityInUse",
        FormattableString.Invariant($"IAM says that '{arn}' was last used on {lastUsedAt:yyyy-MM-dd}, so it is not unused."),
        "Give it a smaller policy instead: Invoke-SonraiRemediation without -Bot.",
        ProblemKind.Conflict)
    { Target = arn };

    public static Problem TooManyPolicies(string arn, int wanted, int limit) => new(
        "TooManyPolicies",
        $"'{arn}' would have {wanted} managed policies, and IAM allows {limit}.",
        "Detach what it does not need, take the shorter policies of -Bot 'Apply Monitored Actions Policy to Identity', or have the quota raised in the Service Quotas console.",
        ProblemKind.Conflict)
    { Target = arn };

    public static Problem TooManyMeanwhile(string arn, int wanted, int limit) => new(
        "TooManyPolicies",
        $"'{arn}' would have {wanted} managed policies until the old ones are gone, IAM allows {limit}, and what the new ones say is too long to be embedded meanwhile.",
        "Detach what it does not need, remedy one policy at a time with -PolicyName, or have the quota raised in the Service Quotas console.",
        ProblemKind.Conflict)
    { Target = arn };

    public static Problem NoTrust(string arn) => new(
        "NoTrustRecommended",
        $"The ticket has no recommended trust policy for '{arn}'.",
        "Give the document with -TrustPolicy, or take a ticket of a tenant that recommends one.",
        ProblemKind.InvalidInput)
    { Target = arn };

    /// <summary>Another session is at it.</summary>
    public static Problem UnderWay(SonraiRemediation remediation) => new(
        "RemediationUnderWay",
        $"Another session is changing '{remediation?.IdentityArn}' (remediation {remediation?.Id}).",
        "Wait until it has ended. If it was killed, two minutes later this command takes back what it had begun.",
        ProblemKind.Conflict)
    { Target = remediation };

    /// <summary>Somebody has changed what a step was to change.</summary>
    public static Problem Overtaken(IamChange change, string otherwise) => new(
        "RemediationOvertaken",
        $"The step '{change}' was not done, since {otherwise}.",
        "Everything was taken back. Run the same command again: it plans anew.",
        ProblemKind.Conflict);

    /// <summary>A later change would be lost.</summary>
    public static Problem UndoPrevented(IamChange change, string otherwise) => new(
        "UndoPrevented",
        $"The step '{change}' cannot be taken back, since {otherwise}.",
        "Put that back as the remediation left it, or restore by hand: Get-SonraiRemediation shows every document as it was.",
        ProblemKind.Conflict);

    /// <summary>Taking back has not come to its end.</summary>
    public static Problem RollbackIncomplete(SonraiRemediation remediation, Problem why) => new(
        "RollbackIncomplete",
        $"Remediation {remediation?.Id} failed, and taking it back came only part of the way: {why?.Message}",
        $"The identity has lost nothing that it used. Run Undo-SonraiRemediation {remediation?.Id} when that is mended.",
        ProblemKind.Conflict)
    { Target = remediation };

    public static Problem NotFound(string id) => new(
        "RemediationNotFound",
        $"The journal has no remediation '{id}'.",
        "See Get-SonraiRemediation. One that was made on another machine is read from its account: Get-SonraiRemediation -AccountId.",
        ProblemKind.NotFound)
    { Target = id };

    /// <summary>It is not in the state that this takes.</summary>
    public static Problem WrongStatus(SonraiRemediation remediation, string verb) => new(
        "RemediationWrongStatus",
        $"Remediation {remediation?.Id} is {remediation?.Status}, so there is nothing to {verb}.",
        "See Get-SonraiRemediation.",
        ProblemKind.Conflict)
    { Target = remediation };

    /// <summary>Tags of a ledger do not tell a remediation.</summary>
    public static Problem LedgerUnreadable(string arn) => new(
        "LedgerUnreadable",
        $"The tags of '{arn}' do not tell a remediation any more: somebody has changed them.",
        "Undo it on the machine that did it, or restore by hand and delete that policy.",
        ProblemKind.UnexpectedAnswer)
    { Target = arn };

    private static string Some(IReadOnlyList<RehearsedDenial> denied)
    {
        const int Most = 5;
        var shown = string.Join(", ", denied.Take(Most).Select(denial => $"{denial.Action} on {denial.Resource}"));
        return denied.Count > Most ? $"{shown} and {denied.Count - Most} more" : shown;
    }
}
