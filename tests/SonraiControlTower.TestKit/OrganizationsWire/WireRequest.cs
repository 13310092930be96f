using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace SonraiControlTower.TestKit.OrganizationsWire;

/// <summary>What a client asked: the operation of <c>X-Amz-Target</c>, its input, and the signature's header.</summary>
public sealed record WireRequest(string Operation, string? ParentId, string? NextToken, string Authorization)
{
    /// <summary>Which page of the listing, from 1.</summary>
    public int Page => WirePage.NumberOf(NextToken);

    /// <summary>The signature's access key.</summary>
    public string AccessKey => Scope[0];

    /// <summary>The signature's region and service, such as <c>us-east-1/organizations</c>.</summary>
    public string SignedFor => $"{Scope[2]}/{Scope[3]}";

    // Credential=KEY/DATE/REGION/SERVICE/aws4_request
    private string[] Scope => Authorization.Split("Credential=")[1].Split(',')[0].Split('/');

    internal static async Task<WireRequest> ReadAsync(HttpContext http)
    {
        using var body = await JsonDocument.ParseAsync(http.Request.Body);
        var operation = http.Request.Headers["X-Amz-Target"].ToString().Split('.')[^1];
        return new WireRequest(
            operation, Text(body, "ParentId"), Text(body, "NextToken"), http.Request.Headers.Authorization.ToString());
    }

    private static string? Text(JsonDocument body, string name) =>
        body.RootElement.TryGetProperty(name, out var value) ? value.GetString() : null;
}
