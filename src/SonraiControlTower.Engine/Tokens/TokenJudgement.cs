namespace SonraiControlTower.Engine;

/// <summary>What the engine makes of a token, with the problem behind an unfit one.</summary>
internal readonly record struct TokenJudgement(TokenStatus Status, TokenClaims? Claims, Problem? Problem);
