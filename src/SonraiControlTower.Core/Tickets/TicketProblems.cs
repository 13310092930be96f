namespace SonraiControlTower;

/// <summary>What can be wrong with changes of tickets.</summary>
public static class TicketProblems
{
    public static Problem NotFound(string srn) => new(
        "TicketNotFound",
        $"There is no ticket '{srn}'.",
        "See what there is with Get-SonraiLeastPrivilegeTicket; the SRN is its property Srn.",
        ProblemKind.NotFound)
    { Target = srn };

    public static Problem UntilIsPast(DateTimeOffset until) => new(
        "SnoozeInThePast",
        $"A ticket cannot be snoozed until {until:yyyy-MM-dd HH:mm zzz}: that is past.",
        "Give -Until a time to come, such as (Get-Date).AddDays(14).",
        ProblemKind.InvalidInput)
    { Target = until };

    public static Problem AcceptedUntilIsPast(DateTimeOffset until) => new(
        "RiskAcceptedInThePast",
        $"A risk cannot be accepted until {until:yyyy-MM-dd HH:mm zzz}: that is past.",
        "Give -Until a time to come, such as (Get-Date).AddDays(90).",
        ProblemKind.InvalidInput)
    { Target = until };

    public static Problem TwoEnds { get; } = new(
        "RiskAcceptedUntilTwice",
        "Both -Until and -For were given, and a risk is accepted until one time.",
        "Give one of them, or neither to accept it for good.",
        ProblemKind.InvalidInput);

    public static Problem NothingToSet { get; } = new(
        "NothingToSet",
        "Neither an assignee nor a comment was given.",
        "Give -AssignTo, -Comment, or both.",
        ProblemKind.InvalidInput);

    public static Problem NoneGiven(string command) => new(
        "NoTicketGiven",
        $"{command} got no tickets through the pipeline.",
        "Run the part before the pipe alone: its filter matched nothing.",
        ProblemKind.InvalidInput);

    public static Problem Decided(SonraiTicket ticket, string verb) => new(
        "TicketDecided",
        $"The ticket '{ticket}' is {ticket?.Status}, so Dig does not {verb} it.",
        "If that decision shall go, run Open-SonraiTicket first.",
        ProblemKind.Conflict)
    { Target = ticket };

    public static Problem NotChanged(SonraiTicket ticket, string verb) => new(
        "TicketNotChanged",
        $"Dig did not {verb} the ticket '{ticket}'.",
        "See how it is now with Get-SonraiLeastPrivilegeTicket -Srn, then run the same command again; or do it in the Sonrai portal, in the Tickets tab.",
        ProblemKind.Conflict)
    { Target = ticket };

    public static Problem AnswerLost(string operation) => new(
        "TicketAnswerLost",
        $"Dig's answer to '{operation}' was lost, and this ticket is not as it shall be.",
        "Run the same command again: it changes only what is not yet so.",
        ProblemKind.Unreachable);

    public static Problem Refused(string operation, string answer) => new(
        "TicketRefused",
        $"Dig had something against '{operation}': {answer}",
        "Mend what Dig names, then run the same command again; or do it in the Sonrai portal, in the Tickets tab.",
        ProblemKind.Conflict);

    public static Problem AssignmentRefused(string srn, string answer) => new(
        "TicketAssignmentRefused",
        $"Dig did not assign the ticket '{srn}': {answer}",
        "Check that the user is active and may see the ticket, then run the same command again.",
        ProblemKind.Conflict)
    { Target = srn };

    public static Problem CommentRefused(string srn, string answer) => new(
        "TicketCommentRefused",
        $"The comment is not on the ticket '{srn}': {answer}",
        "Run Set-SonraiTicket -Comment for this ticket.",
        ProblemKind.Conflict)
    { Target = srn };

    public static Problem CommentUnknown(string srn) => new(
        "TicketCommentUnknown",
        $"Whether the comment is on the ticket '{srn}' is not known, since Dig's answer was lost.",
        "Look with Get-SonraiLeastPrivilegeTicket -Srn -Detailed; if it is not there, run Set-SonraiTicket -Comment.",
        ProblemKind.Unreachable)
    { Target = srn };
}
