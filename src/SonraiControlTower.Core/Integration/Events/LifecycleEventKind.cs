namespace SonraiControlTower;

/// <summary>What an event can mean for the integration; text for the same reason as <see cref="RegistrationStatus"/>.</summary>
public static class LifecycleEventKind
{
    /// <summary>Accounts came, were enrolled, moved or changed: they are brought into step.</summary>
    public const string AccountChanged = nameof(AccountChanged);

    /// <summary>Organizational units changed: every account below them is brought into step.</summary>
    public const string UnitChanged = nameof(UnitChanged);

    /// <summary>Accounts were closed, or left the organization. What remains of them is told of, and never removed by itself.</summary>
    public const string Left = nameof(Left);

    /// <summary>Anything may have changed: the whole organization is brought into step.</summary>
    public const string EverythingChanged = nameof(EverythingChanged);

    /// <summary>Something was tried at AWS and did not succeed: there is nothing to do but to log it.</summary>
    public const string Failed = nameof(Failed);

    /// <summary>The event is none of the integration's business.</summary>
    public const string NotForUs = nameof(NotForUs);
}
