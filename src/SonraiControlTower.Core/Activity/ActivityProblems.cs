namespace SonraiControlTower;

/// <summary>What can be wrong with files of CloudTrail records.</summary>
public static class ActivityProblems
{
    /// <summary>Neither a file nor a folder is there.</summary>
    public static Problem NotFound(string path) => new(
        "ActivityPathNotFound",
        $"There is no file or folder '{path}'.",
        "Give a file of CloudTrail records (.json.gz or .json), or a folder that has some anywhere below.",
        ProblemKind.NotFound)
    { Target = path };

    /// <summary>A file breaks off, or is no gzip or JSON from some place on.</summary>
    public static Problem Damaged(string name, long offset, string why) => new(
        "ActivityFileDamaged",
        $"'{name}' cannot be read from byte {offset} of its text on: {why}",
        "What comes before was counted. Fetch the file again and import it: it then takes the place of this one.",
        ProblemKind.InvalidInput)
    { Target = name };

    /// <summary>A file has other things beside records.</summary>
    public static Problem Incomplete(string name, long count, long firstOffset) => new(
        "ActivityRecordsIncomplete",
        $"{count} of the records in '{name}' {(count == 1 ? "has" : "have")} no eventTime, eventSource or eventName; the first is at byte {firstOffset} of its text.",
        "The others were counted. If that is not all that CloudTrail delivered, fetch the file again and import it: it then takes the place of this one.",
        ProblemKind.InvalidInput)
    { Target = name };

    /// <summary>A file is empty.</summary>
    public static Problem Empty(string name) => new(
        "ActivityFileEmpty",
        $"'{name}' is empty.",
        "Fetch the file again; CloudTrail delivers no empty files.",
        ProblemKind.InvalidInput)
    { Target = name };

    /// <summary>A file holds something else.</summary>
    public static Problem Foreign(string name, string why) => new(
        "ActivityFileForeign",
        $"'{name}' holds no CloudTrail records: {why}",
        "Give files that CloudTrail delivers: a JSON object with an array 'Records'.",
        ProblemKind.InvalidInput)
    { Target = name };

    /// <summary>A file cannot be opened.</summary>
    public static Problem Unreadable(string name, string why) => new(
        "ActivityFileUnreadable",
        $"'{name}' cannot be opened: {why}",
        "See to the right to read it, and import it again.",
        ProblemKind.NotAllowed)
    { Target = name };
}
