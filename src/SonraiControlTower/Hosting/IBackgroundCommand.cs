using System.Management.Automation;

namespace SonraiControlTower.Hosting;

/// <summary>A command that may take so long that one wants to do something else meanwhile.</summary>
internal interface IBackgroundCommand
{
    /// <summary>Run it as a job.</summary>
    SwitchParameter AsJob { get; }
}
