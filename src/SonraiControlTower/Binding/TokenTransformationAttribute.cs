using System.Management.Automation;
using System.Net;
using System.Security;

namespace SonraiControlTower.Binding;

/// <summary>
/// Lets a token parameter take a SecureString, a PSCredential (its password), a token as New-SonraiToken gives it, or text. Text is for
/// scripts that have it in a variable already; typed at a prompt it would stay in the history.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class TokenTransformationAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) switch
        {
            SecureString secure => secure,
            PSCredential pair => pair.Password,
            IssuedToken issued => issued.Token,
            IssuedPlainTextToken issued => Protect(issued.Token),
            string text when !string.IsNullOrWhiteSpace(text) => Protect(text.Trim()),
            null or string => throw new ArgumentTransformationMetadataException("The token is empty."),
            var other => throw new ArgumentTransformationMetadataException(
                $"A token cannot be read from an object of type '{other.GetType().Name}'; give a SecureString."),
        };

    internal static SecureString Protect(string text) => new NetworkCredential(null, text).SecurePassword;

    internal static ApiToken Reveal(SecureString secure) => new(new NetworkCredential(null, secure).Password);
}
