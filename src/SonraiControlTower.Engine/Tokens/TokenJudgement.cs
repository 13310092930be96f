namespace SonraiControlTower.Engine;

/// <summary>What the engine makes of a token, with the problem behind an unfit one.</summary>
internal readonly record struct TokenJudgement(string Status, TokenClaims? Claims, Problem? Problem);
