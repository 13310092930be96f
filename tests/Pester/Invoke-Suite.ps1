<#
.SYNOPSIS
Runs the acceptance suites in this pwsh with Pester 5, on the module staged in this checkout (dotnet build).

.PARAMETER ResultFile
Where to write the counts as one line <Counters ...; for the gate.
#>
[CmdletBinding()]
param([string] $ResultFile)

$ErrorActionPreference = 'Stop'
Import-Module -Name Pester -MinimumVersion 5.0 -MaximumVersion 5.99
$options = New-PesterConfiguration
$options.Run.Path = $PSScriptRoot
$options.Run.PassThru = $true
$options.Output.Verbosity = 'Normal'
$run = Invoke-Pester -Configuration $options

$skipped = $run.SkippedCount + $run.NotRunCount + $run.InconclusiveCount
if ($ResultFile) {
    $failed = $run.FailedCount + $run.FailedBlocksCount + $run.FailedContainersCount
    $total = $run.PassedCount + $failed + $skipped
    Set-Content -LiteralPath $ResultFile -Value "<Counters total=`"$total`" passed=`"$($run.PassedCount)`" failed=`"$failed`" />"
}

exit [int]($run.Result -ne 'Passed')
