namespace SonraiControlTower;

/// <summary>The Dig side of a session: a Sonrai tenant, or the local engine.</summary>
/// <remarks>Every operation throws <see cref="SonraiException"/> with the problem where Dig refuses or cannot be reached.</remarks>
public interface IDig
{
    /// <summary>Where others reach it, such as a function at AWS; null for an engine that only this session has.</summary>
    Uri? Endpoint { get; }

    /// <summary>API tokens.</summary>
    ITokens Tokens { get; }

    /// <summary>Collector deployments.</summary>
    ICollectors Collectors { get; }

    /// <summary>Cloud accounts registered with a collector.</summary>
    ICloudAccounts CloudAccounts { get; }

    /// <summary>The parts of the estate that policies and people are told apart by.</summary>
    ISwimlanes Swimlanes { get; }

    /// <summary>The sets of policies that Dig checks the estate with.</summary>
    IControlFrameworks ControlFrameworks { get; }
    /// <summary>What the policies have found.</summary>
    ITickets Tickets { get; }

    /// <summary>The people who work with Dig.</summary>
    IUsers Users { get; }

    /// <summary>Saved searches.</summary>
    ISearches Searches { get; }

    /// <summary>Who did what in Dig itself.</summary>
    IAuditLog AuditLog { get; }

    /// <summary>Remediation bots.</summary>
    IBots Bots { get; }

    /// <summary>What of the operations that this module uses is offered.</summary>
    ICapabilities Capabilities { get; }
}
