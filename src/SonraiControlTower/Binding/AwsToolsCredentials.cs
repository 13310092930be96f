using System.Management.Automation;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace SonraiControlTower.Binding;

/// <summary>
/// Reads credentials of other modules by the names of their members, so that this module needs no reference to AWS Tools and never meets its copy
/// of AWSSDK.Core: <c>$StoredAWSCredentials</c> (AWSPSCredentials), AWSCredentials of the SDK, the Credentials of an STS answer, a PSCredential.
/// </summary>
internal static class AwsToolsCredentials
{
    // The same source gives the same way, by which the AWS side knows a connection again that it has open.
    private static readonly ConditionalWeakTable<object, Func<AwsKeys>> _known = [];

    private const BindingFlags AnyInstance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>Gives the way to the keys; it is taken anew for every request, so a source that renews its keys is honoured.</summary>
    /// <exception cref="SonraiException"><c>CredentialNotUnderstood</c>.</exception>
    public static Func<AwsKeys> Read(object credential) =>
        _known.GetValue(credential is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : credential, WayTo);

    private static Func<AwsKeys> WayTo(object source) =>
        source switch
        {
            PSCredential pair => () => new AwsKeys(pair.UserName, pair.GetNetworkCredential().Password, null),
            _ when KeysOf(source) is not null => () => KeysOf(source)!,
            _ when Getter(source) is { } get => () => KeysOf(get()) ?? throw NotUnderstood(source),
            _ when Member(source, "Credentials") is { } inner => Read(inner),
            _ => throw NotUnderstood(source),
        };

    /// <summary>The keys, if the object carries them itself: the SDK calls them AccessKey, SecretKey, Token; STS AccessKeyId, SecretAccessKey, SessionToken.</summary>
    private static AwsKeys? KeysOf(object? source)
    {
        var access = Text(source, "AccessKeyId") ?? Text(source, "AccessKey");
        var secret = Text(source, "SecretAccessKey") ?? Text(source, "SecretKey");
        return access is null || secret is null ? null : new AwsKeys(access, secret, Text(source, "SessionToken") ?? Text(source, "Token"));
    }

    /// <summary>The SDK's AWSCredentials renew themselves behind GetCredentials().</summary>
    private static Func<object?>? Getter(object source) =>
        source.GetType().GetMethod("GetCredentials", Type.EmptyTypes) is { } method
            ? () => method.Invoke(source, BindingFlags.DoNotWrapExceptions, null, null, null)
            : null;

    private static string? Text(object? source, string name) => Plain(Member(source, name)) is string { Length: > 0 } text ? text : null;

    private static object? Plain(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;

    private static object? Member(object? source, string name) => source switch
    {
        null => null,
        PSObject made => made.Properties[name]?.Value,
        _ => source.GetType().GetProperty(name, AnyInstance)?.GetValue(source),
    };

    private static SonraiException NotUnderstood(object credential) => new(new Problem(
        "CredentialNotUnderstood",
        $"AWS credentials cannot be read from an object of type '{credential.GetType().Name}'.",
        "Give what Get-AWSCredential or (Use-STSRole).Credentials returns, or a PSCredential of access key and secret key.",
        ProblemKind.InvalidInput));
}
