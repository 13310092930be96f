using System.Globalization;
using System.Management.Automation;

namespace SonraiControlTower.Binding;

/// <summary>Lets a lifetime be a TimeSpan or a number of seconds, as Dig's API counts it; PowerShell alone would take a number for ticks.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class LifetimeTransformationAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) switch
        {
            int or long or double or decimal => TimeSpan.FromSeconds(
                Convert.ToDouble(inputData is PSObject number ? number.BaseObject : inputData, CultureInfo.InvariantCulture)),
            string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) => TimeSpan.FromSeconds(seconds),
            _ => inputData,
        };
}
