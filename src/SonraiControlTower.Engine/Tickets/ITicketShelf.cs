namespace SonraiControlTower.Engine;

/// <summary>Where tickets are kept from one session to the next.</summary>
internal interface ITicketShelf
{
    IReadOnlyList<TicketState> Read();

    /// <summary>All of them or none.</summary>
    void Write(IReadOnlyCollection<TicketState> states);
}

/// <summary>Keeps nothing beyond the session.</summary>
internal sealed class NoShelf : ITicketShelf
{
    public IReadOnlyList<TicketState> Read() => [];

    public void Write(IReadOnlyCollection<TicketState> states)
    {
    }
}
