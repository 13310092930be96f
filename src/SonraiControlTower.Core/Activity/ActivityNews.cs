namespace SonraiControlTower;

/// <summary>How far an import of records is.</summary>
/// <param name="Files">Files seen so far, counted or not.</param>
/// <param name="Events">Records read so far.</param>
/// <param name="Problem">What is wrong with a file; null where nothing is.</param>
public sealed record ActivityNews(int Files, long Events, Problem? Problem = null);
