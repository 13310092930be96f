using Microsoft.AspNetCore.Http;

namespace SonraiControlTower.TestKit;

/// <summary>What a client asked: the fields of the form, and the signature's header.</summary>
public sealed class QueryAsked
{
    private readonly Dictionary<string, string> _fields;
    private readonly string _authorization;

    private QueryAsked(Dictionary<string, string> fields, string authorization)
    {
        _fields = fields;
        _authorization = authorization;
    }

    /// <summary>The operation.</summary>
    public string Action => this[nameof(Action)] ?? "";

    /// <summary>The names of the fields, Action and Version aside, in order.</summary>
    public IReadOnlyList<string> Names => [.. _fields.Keys.Where(name => name is not ("Action" or "Version"))];

    /// <summary>The signature's access key.</summary>
    public string AccessKey => Scope[0];

    /// <summary>The signature's region and service, such as <c>eu-west-1/cloudformation</c>.</summary>
    public string SignedFor => $"{Scope[2]}/{Scope[3]}";

    // Credential=KEY/DATE/REGION/SERVICE/aws4_request
    private string[] Scope => _authorization.Split("Credential=")[1].Split(',')[0].Split('/');

    /// <summary>A field; null if it was not sent.</summary>
    public string? this[string name] => _fields.GetValueOrDefault(name);

    internal static async Task<QueryAsked> ReadAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(new Microsoft.AspNetCore.Http.Features.FormOptions { ValueCountLimit = 100_000 });
        return new(form.ToDictionary(field => field.Key, field => field.Value.ToString()), http.Request.Headers.Authorization.ToString());
    }
}
