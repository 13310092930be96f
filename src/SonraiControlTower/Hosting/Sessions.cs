using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace SonraiControlTower.Hosting;

/// <summary>The sessions of this process, one a runspace; a session goes when its runspace goes.</summary>
internal static class Sessions
{
    private static readonly ConditionalWeakTable<Runspace, Session> _open = [];

    /// <summary>The session of the runspace that this thread runs; null if there is none.</summary>
    public static Session? Current =>
        Runspace.DefaultRunspace is { } runspace && _open.TryGetValue(runspace, out var session) ? session : null;

    /// <summary>Makes this the session of the runspace and ends the one before it.</summary>
    public static void Use(Session session)
    {
        Close();
        _open.Add(Runspace.DefaultRunspace, session);
    }

    /// <summary>Makes this the session of another runspace, too; who does so disposes of it once that runspace needs it no more.</summary>
    public static void Share(Session session, Runspace runspace)
    {
        session.Hold();
        _open.Add(runspace, session);
    }

    /// <summary>Ends the session of the runspace, if there is one.</summary>
    public static void Close()
    {
        if (Current is { } session)
        {
            _open.Remove(Runspace.DefaultRunspace);
            session.Dispose();
        }
    }
}
