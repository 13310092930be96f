namespace SonraiControlTower.Hosting;

/// <summary>What can be wrong with a session.</summary>
internal static class SessionProblems
{
    public static Problem DataFolderNotFound(string folder) => new(
        "DataFolderNotFound",
        $"There is no folder '{folder}' to take identities and activity from.",
        "Give -Data a folder that exists: with what 'aws iam get-account-authorization-details' writes, and CloudTrail's files, anywhere below it.",
        ProblemKind.NotFound)
    { Target = folder };

    public static Problem NotASandbox { get; } = new(
        "NotASandbox",
        "This session is not a sandbox: its landing zone is AWS's own.",
        "Run Connect-Sonrai -Sandbox to have one that can be played with.",
        ProblemKind.NotConnected);

    /// <summary>What the local engine lacks of AWS; files alone need none of it.</summary>
    public static Problem WithoutAws(Problem missing) => missing with { Remedy = $"{missing.Remedy} To analyse files without AWS, give -Data the folder that they are in." };

    public static Problem JobCannotAsk(string command) => new(
        "JobCannotAsk",
        $"{command} asks before it changes anything, and a job cannot ask.",
        "See with -WhatIf what would be done, then give -Confirm:$false besides -AsJob.",
        ProblemKind.InvalidInput);

    public static Problem NotConnected { get; } = new(
        "NotConnected",
        "There is no Sonrai session in this runspace.",
        "Run Connect-Sonrai first: -Token for a tenant, -Local for an organization without one, -Sandbox to try the commands out.",
        ProblemKind.NotConnected);
}
