using System.Globalization;
using System.Management.Automation;

namespace SonraiControlTower.Binding;

/// <summary>Lets a length of time be a TimeSpan or a number of days; PowerShell alone would take a number for ticks.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class DaysTransformationAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var plain = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return plain switch
        {
            int or long or double or decimal => TimeSpan.FromDays(Convert.ToDouble(plain, CultureInfo.InvariantCulture)),
            string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var days) => TimeSpan.FromDays(days),
            _ => inputData,
        };
    }
}
