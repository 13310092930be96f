namespace SonraiControlTower.Core.Tests.Ports;

/// <summary>A Dig with the collectors it is given; tokens are nobody's business here.</summary>
internal sealed class FakeDig(params SonraiCollector[] collectors) : IDig, ICollectors
{
    public static readonly SonraiCollector Blue = new("blue", "srn:acme::PlatformAccount/blue", "aws");
    public static readonly SonraiCollector Green = new("green", "srn:acme::PlatformAccount/green", "aws");

    public FakeCloudAccounts CloudAccounts { get; } = new();

    public FakeTickets Tickets { get; init; } = new();

    Uri? IDig.Endpoint => null;

    ITokens IDig.Tokens => throw new NotSupportedException();

    ICollectors IDig.Collectors => this;

    ICloudAccounts IDig.CloudAccounts => CloudAccounts;

    ISwimlanes IDig.Swimlanes => throw new NotSupportedException();

    IControlFrameworks IDig.ControlFrameworks => throw new NotSupportedException();

    ITickets IDig.Tickets => Tickets;

    IUsers IDig.Users => throw new NotSupportedException();

    ISearches IDig.Searches => throw new NotSupportedException();

    IAuditLog IDig.AuditLog => throw new NotSupportedException();

    IBots IDig.Bots => throw new NotSupportedException();

    ICapabilities IDig.Capabilities => throw new NotSupportedException();

    public IAsyncEnumerable<SonraiCollector> ListAsync(CancellationToken cancellationToken) => collectors.ToAsyncEnumerable();
}
