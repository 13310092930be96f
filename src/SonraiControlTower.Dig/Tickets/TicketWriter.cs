using System.Text.Json.Nodes;

namespace SonraiControlTower.Dig;

/// <summary>Changes tickets: all that is wanted of them in one request, as Dig does its parts in their order.</summary>
internal sealed class TicketWriter(GraphQLChannel channel, DocumentLibrary documents, SchemaProbe probe, CurrentUser user, FindingComments findingComments)
{
    private static readonly IReadOnlyDictionary<string, Problem> _none = new Dictionary<string, Problem>();

    private const string Instead = "Assign it in the Sonrai portal, in the Tickets tab.";

    public async Task<TicketAnswer> WriteAsync(TicketWrite write, TicketDialect dialect, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(write.Srns.Count, TicketChanger.BatchSize, nameof(write));
        var parts = await PartsAsync(write, dialect, cancellationToken).ConfigureAwait(false);
        if (parts.Count == 0)
        {
            return new TicketAnswer { IsConfirmed = true };
        }

        var reply = await channel.SendAsync(
            BatchComposer.Compose([.. parts.Select(part => (part.Document, part.Variables))]), cancellationToken).ConfigureAwait(false);
        if (reply.LeavesOpen)
        {
            return Lost(write, parts[0].Document.Name);
        }

        var answer = reply.AnswerOrThrow();
        if (answer.IsRequestRefused)
        {
            throw new SonraiException(DigProblems.Errors(parts[0].Document.Name, answer.Messages));
        }

        var outcomes = parts.Index().Select(one => new TicketPartOutcome(one.Item, BatchComposer.Alias(one.Index), answer)).ToList();
        var moves = outcomes.FindAll(one => one.Part.Kind == TicketPartKind.Move);
        return new TicketAnswer
        {
            IsConfirmed = moves.TrueForAll(one => one.IsConfirmed),
            Problem = moves.Find(one => one.Error is not null) is { } refused ? TicketProblems.Refused(refused.Part.Document.Name, refused.Error!) : null,
            AssignmentProblems = outcomes.Find(one => one.Part.Kind == TicketPartKind.Assign)?.Problems(TicketProblems.AssignmentRefused) ?? _none,
            CommentProblems = await CommentProblemsAsync(
                write, outcomes.Find(one => one.Part.Kind == TicketPartKind.Comment), dialect, cancellationToken).ConfigureAwait(false),
        };
    }

    private async Task<IReadOnlyList<TicketPart>> PartsAsync(TicketWrite write, TicketDialect dialect, CancellationToken cancellationToken)
    {
        var parts = new List<TicketPart>();
        if (write.Reopen.Count > 0)
        {
            parts.Add(Move(dialect.Reopen, write.Reopen, null));
        }

        if (write.Status is { } status)
        {
            parts.Add(Move(dialect.MoveTo(status), write.Srns, write.SnoozedUntil));
        }

        if (write.AssigneeSrn is { } assignee)
        {
            var document = documents[dialect.Assign];
            await probe.DemandInferredAsync(document, Instead, cancellationToken).ConfigureAwait(false);
            parts.Add(new TicketPart(TicketPartKind.Assign, document, write.Srns, new JsonObject
            {
                ["requests"] = Each(write.Srns, srn => new JsonObject { [dialect.SrnKey] = srn, ["userSrn"] = assignee }),
            }));
        }

        if (write.Comment is { } body)
        {
            // Dig takes a comment only from the user whose token it is.
            var author = await user.SrnAsync(cancellationToken).ConfigureAwait(false);
            parts.Add(new TicketPart(TicketPartKind.Comment, documents[dialect.Comment], write.Srns, new JsonObject
            {
                [dialect.CommentVariable] = Each(
                    write.Srns, srn => new JsonObject { [dialect.SrnKey] = srn, ["createdBy"] = author, ["body"] = body }),
            }));
        }

        return parts;
    }

    private TicketPart Move(string document, IReadOnlyList<string> srns, DateTimeOffset? until)
    {
        var variables = new JsonObject { ["srns"] = Each(srns, srn => JsonValue.Create(srn)) };
        if (until is { } instant)
        {
            variables["snoozedUntil"] = Filter.Iso(instant);
        }

        return new TicketPart(TicketPartKind.Move, documents[document], srns, variables);
    }

    private static JsonArray Each(IReadOnlyList<string> srns, Func<string, JsonNode> make) => [.. srns.Select(make)];

    /// <summary>Findings only count the comments they took, so where one is missing it is looked which have it.</summary>
    private async Task<IReadOnlyDictionary<string, Problem>> CommentProblemsAsync(
        TicketWrite write, TicketPartOutcome? outcome, TicketDialect dialect, CancellationToken cancellationToken)
    {
        if (outcome is null || dialect == TicketDialect.Tickets)
        {
            return outcome?.Problems(TicketProblems.CommentRefused) ?? _none;
        }

        if (outcome.IsConfirmed)
        {
            return _none;
        }

        var comments = await findingComments.ReadAsync(write.Srns, cancellationToken).ConfigureAwait(false);
        return write.Srns
            .Where(srn => !comments[srn].Any(comment => comment.Body == write.Comment))
            .ToDictionary(srn => srn, srn => TicketProblems.CommentRefused(srn, outcome.Error ?? "it is not among the comments."));
    }

    private static TicketAnswer Lost(TicketWrite write, string operation) => new()
    {
        IsConfirmed = false,
        Problem = TicketProblems.AnswerLost(operation),
        AssignmentProblems = write.AssigneeSrn is null ? _none : write.Srns.ToDictionary(srn => srn, _ => TicketProblems.AnswerLost(operation)),
        CommentProblems = write.Comment is null ? _none : write.Srns.ToDictionary(srn => srn, TicketProblems.CommentUnknown),
    };
}
