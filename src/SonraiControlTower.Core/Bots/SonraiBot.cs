namespace SonraiControlTower;

/// <summary>A remediation bot of Dig: what a ticket can be handed to.</summary>
public sealed record SonraiBot
{
    /// <summary>The title that the Sonrai portal shows.</summary>
    public required string Title { get; init; }

    /// <summary>Sonrai's resource name of the bot.</summary>
    public required string Srn { get; init; }

    /// <summary>What it does; null where the tenant did not say.</summary>
    public string? Description { get; init; }

    /// <summary>The cloud it works on, <c>ANY</c> for all; null where the tenant did not say.</summary>
    public string? Cloud { get; init; }

    /// <summary>How it works, such as <c>EXECUTE_PYTHON_SCRIPT</c>; null where that is not known.</summary>
    public string? Operation { get; init; }

    /// <summary>What it remedies, one of <see cref="SonraiControlTower.RemediationType"/>; null for a bot that serves none of these.</summary>
    public string? RemediationType { get; init; }

    /// <summary>The actions that the bot's role must be allowed; empty where they are not known.</summary>
    public IReadOnlyList<string> RequiredPermissions { get; init => field = Arrays.Of(value); } = [];

    /// <summary>Its version, a date; null where that is not known.</summary>
    public string? Version { get; init; }

    public override string ToString() => Title;
}

/// <summary>What a bot remedies. A tenant may know more of them, so the word is text.</summary>
public static class RemediationType
{
    /// <summary>It changes, replaces or detaches a policy.</summary>
    public const string UpdatePolicy = "UPDATE_POLICY";

    /// <summary>It deletes or disables a user, a group or a role.</summary>
    public const string DeleteIdentity = "DELETE_IDENTITY";

    /// <summary>It deletes an access key.</summary>
    public const string DeleteAccessKey = "DELETE_ACCESS_KEY";
}
