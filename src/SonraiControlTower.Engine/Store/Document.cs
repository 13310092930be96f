namespace SonraiControlTower.Engine;

/// <summary>Something that is remembered as JSON.</summary>
/// <param name="Key">Its name among those of its kind; upper and lower case differ.</param>
/// <param name="Json">What it is; the store does not look into it.</param>
internal sealed record Document(string Key, string Json);
