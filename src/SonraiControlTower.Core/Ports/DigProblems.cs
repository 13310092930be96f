namespace SonraiControlTower;

/// <summary>What can go wrong between this machine and Dig.</summary>
public static class DigProblems
{
    public static Problem Unreachable(string tenant, string why) => new(
        "DigUnreachable",
        $"Dig at '{tenant}' could not be reached: {why}",
        "Check the network and the address (Get-SonraiContext shows it), then run the same command again.",
        ProblemKind.Unreachable);

    public static Problem Throttled(string tenant) => new(
        "DigThrottled",
        $"Dig at '{tenant}' asked to be called less often (HTTP 429), and did so again after every pause.",
        "Wait a few minutes, then run the same command again: it does only what is missing.",
        ProblemKind.Throttled);

    public static Problem ServerError(string tenant, int status) => new(
        "DigServerError",
        $"Dig at '{tenant}' failed to answer (HTTP {status}).",
        "Run the same command again later; if it goes on, give Sonrai's support the time of day.",
        ProblemKind.Unreachable);

    public static Problem Errors(string operation, string messages) => new(
        "DigErrors",
        $"Dig answered '{operation}' with errors: {messages}",
        "If the message names a field, this tenant's schema differs from the public one: see the help topic about_SonraiControlTower.",
        ProblemKind.UnexpectedAnswer);

    public static Problem UnexpectedAnswer(string operation, string what) => new(
        "DigUnexpectedAnswer",
        $"Dig's answer to '{operation}' is not what its contract says: {what}",
        "Check that the address is the tenant's GraphQL endpoint; a proxy in between may answer in its place.",
        ProblemKind.UnexpectedAnswer);

    public static Problem NotOffered(string operation, string lookedFor, string instead) => new(
        "OperationNotOffered",
        $"This tenant does not offer '{operation}': its schema has no {lookedFor}.",
        instead,
        ProblemKind.NotOffered);

    public static Problem PlainHttp(string endpoint) => new(
        "PlainHttpRefused",
        $"The address '{endpoint}' is plain http, so the API token would cross the network in the clear.",
        "Give an https address; plain http is for this machine itself only (127.0.0.1, localhost).",
        ProblemKind.InvalidInput)
    { Target = endpoint };

    public static Problem EndpointUnusable(string endpoint) => new(
        "EndpointUnusable",
        $"'{endpoint}' is not the address of a tenant's GraphQL endpoint.",
        "Give https://<tenant>.sonraisecurity.com, with or without /graphql, or nothing: the token tells the address.",
        ProblemKind.InvalidInput)
    { Target = endpoint };

    public static Problem DocumentUnusable(string file, string why) => new(
        "QueryDocumentUnusable",
        $"The query document '{file}' cannot be used: {why}",
        "A document holds one operation with one root field; without a file of that name the built-in document is used.",
        ProblemKind.InvalidInput)
    { Target = file };

    public static Problem QueriesFolderNotFound(string folder) => new(
        "QueriesFolderNotFound",
        $"There is no folder '{folder}' to take query documents from.",
        "Give -QueriesFolder a folder that exists, or leave it out: then the built-in documents are used.",
        ProblemKind.InvalidInput)
    { Target = folder };
}
