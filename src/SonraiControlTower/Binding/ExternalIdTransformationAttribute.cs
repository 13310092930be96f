using System.Management.Automation;
using System.Net;
using System.Security;

namespace SonraiControlTower.Binding;

/// <summary>
/// Lets an external id be a SecureString, a PSCredential (its password) or text. Text is for scripts that have it in a variable already; typed at
/// a prompt it would stay in the history. No message repeats it.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class ExternalIdTransformationAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) switch
        {
            SecureString secure => secure,
            PSCredential pair => pair.Password,
            string text when !string.IsNullOrWhiteSpace(text) => new NetworkCredential(null, text.Trim()).SecurePassword,
            Guid id => new NetworkCredential(null, id.ToString()).SecurePassword,
            null or string => throw new ArgumentTransformationMetadataException("The external id is empty."),
            var other => throw new ArgumentTransformationMetadataException(
                $"An external id cannot be read from an object of type '{other.GetType().Name}'; give a SecureString or text."),
        };

    /// <exception cref="SonraiException"><c>MalformedExternalId</c>.</exception>
    internal static ExternalId Reveal(SecureString secure) => ExternalId.Parse(new NetworkCredential(null, secure).Password);
}
