namespace SonraiControlTower.Dig.Tests.Users;

public sealed class UserTests
{
    [Fact]
    public async Task Only_active_users_are_listed()
    {
        await using var tenant = await TestTenant.StartAsync();
        tenant.Server.AddUser("Ada", "ada@example.com");
        tenant.Server.AddUser("Gone", "gone@example.com", isActive: false);

        var users = await tenant.Dig.Users.ListAsync(default).ToListAsync();

        users.ShouldContain(user => user.Email == "ada@example.com" && user.Name == "Ada");
        users.ShouldNotContain(user => user.Name == "Gone");
    }
}
