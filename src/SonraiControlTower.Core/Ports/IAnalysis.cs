namespace SonraiControlTower;

/// <summary>
/// What the local engine knows and concludes: what identities may do, what they did, and the least they need. A session has one whatever its Dig is.
/// </summary>
public interface IAnalysis
{
    /// <summary>What identities did.</summary>
    IActivity Activity { get; }

    /// <summary>Which identities there are, and their policies.</summary>
    IIdentities Identities { get; }

    /// <summary>What identities may do.</summary>
    IPermissions Permissions { get; }

    /// <summary>What identities need.</summary>
    IRecommendations Recommendations { get; }

    /// <summary>What would become of what was done, were policies others.</summary>
    IRehearsals Rehearsals { get; }

    /// <summary>The actions of IAM.</summary>
    IActionCatalog Catalog { get; }
}
