# Starts the project's stand-in for a Sonrai tenant (and, with -Accounts, for AWS Organizations) as a process of its own, on loopback.

function Start-StandIn {
    [CmdletBinding()]
    param([int] $Accounts, [int] $Tickets, [switch] $Findings, [switch] $WithoutTokenRemoval)

    $program = Get-ChildItem -Path "$PSScriptRoot/../SonraiControlTower.StandIn/bin/*/net10.0/SonraiControlTower.StandIn.dll" |
        Sort-Object -Property LastWriteTime -Descending |
        Select-Object -First 1
    if (-not $program) {
        throw 'The stand-in is not built. Run dotnet build first.'
    }

    $start = [System.Diagnostics.ProcessStartInfo]::new('dotnet')
    $start.ArgumentList.Add($program.FullName)
    if ($Accounts) {
        $start.ArgumentList.Add('--accounts')
        $start.ArgumentList.Add("$Accounts")
    }
    if ($Tickets) {
        $start.ArgumentList.Add('--tickets')
        $start.ArgumentList.Add("$Tickets")
    }
    if ($Findings) {
        $start.ArgumentList.Add('--findings')
    }
    if ($WithoutTokenRemoval) {
        $start.ArgumentList.Add('--without-token-removal')
    }
    $start.RedirectStandardInput = $true
    $start.RedirectStandardOutput = $true
    $process = [System.Diagnostics.Process]::Start($start)
    $process.StandardOutput.ReadLine() | ConvertFrom-Json | Add-Member -NotePropertyName Process -NotePropertyValue $process -PassThru
}

function Get-StandInCount {
    [CmdletBinding()]
    param([Parameter(Mandatory)] $StandIn)

    # What it was asked so far: requests by operation, and tickets by status.
    $StandIn.Process.StandardInput.WriteLine('count')
    $StandIn.Process.StandardOutput.ReadLine() | ConvertFrom-Json
}

function Stop-StandIn {
    [CmdletBinding()]
    param([Parameter(Mandatory)] $StandIn)

    # It ends when its standard input does.
    $StandIn.Process.StandardInput.Close()
    if (-not $StandIn.Process.WaitForExit(10000)) {
        $StandIn.Process.Kill($true)
    }
}

Export-ModuleMember -Function Start-StandIn, Get-StandInCount, Stop-StandIn
