#!/usr/bin/env pwsh
<#
.SYNOPSIS
Builds, tests, documents, packages or measures SonraiControlTower. It needs the .NET SDK 10 and nothing else.

.DESCRIPTION
Runs in pwsh 7.6, and on machines without pwsh through the project's own shell:
    dotnet run --project src/SonraiControlTower.Shell -- build.ps1 -Task Package

Build    compiles everything and stages the module under bin/, so that Import-Module ./SonraiControlTower.psd1 works from here
Test     Build, then the xUnit suites; the Pester suites too where pwsh and Pester 5 are there
Docs     compiles docs/en-US into the help that Get-Help shows
Package  makes out/SonraiControlTower/VERSION, the folder that a gallery takes
Bench    measures what docs/performance.md records
#>
[CmdletBinding()]
param(
    [ValidateSet('Build', 'Test', 'Docs', 'Package', 'Bench')]
    [string] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Release'
)

$ErrorActionPreference = 'Stop'

function Invoke-DotNet {
    & dotnet @args
    if ($LASTEXITCODE -ne 0) {
        throw "dotnet $args ended with exit code $LASTEXITCODE."
    }
}

function Invoke-PesterSuite {
    $pester = Get-Module -ListAvailable -Name Pester | Where-Object { $_.Version.Major -eq 5 }
    if ($PSVersionTable.PSVersion -lt [version] '7.6' -or -not (Get-Command -Name Format-Table -ErrorAction Ignore) -or -not $pester) {
        'The Pester suites were skipped: they need pwsh 7.6 and Pester 5.'
        return
    }

    Import-Module -Name Pester -MinimumVersion 5.0 -MaximumVersion 5.99
    $options = New-PesterConfiguration
    $options.Run.Path = [System.IO.Path]::Combine($PSScriptRoot, 'tests', 'Pester')
    $options.Run.Throw = $true
    Invoke-Pester -Configuration $options
}

$solution = [System.IO.Path]::Combine($PSScriptRoot, 'Module.sln')
$module = [System.IO.Path]::Combine($PSScriptRoot, 'src', 'SonraiControlTower')
switch ($Task) {
    'Build' {
        Invoke-DotNet build $solution --configuration $Configuration
    }
    'Test' {
        Invoke-DotNet build $solution --configuration $Configuration
        Invoke-DotNet test $solution --configuration $Configuration --no-build
        Invoke-PesterSuite
    }
    'Docs' {
        Invoke-DotNet build $module --configuration $Configuration --target:CompileHelp
    }
    'Package' {
        # The functions' code is compiled for their processors here; a plain build packs it as it is. The engine's is compiled for what most users
        # have; a plain build compiles it for this machine.
        Invoke-DotNet build $module --configuration Release --target:PackageModule --property:FunctionsReadyToRun=true --property:ReadyToRunEverywhere=true
    }
    'Bench' {
        Invoke-DotNet run --configuration Release --project ([System.IO.Path]::Combine($PSScriptRoot, 'tests', 'SonraiControlTower.Benchmarks'))
    }
}
