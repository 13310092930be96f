@{
    RootModule             = 'bin/SonraiControlTower.dll'
    ModuleVersion          = '0.1.0'
    CompatiblePSEditions   = @('Core')
    GUID                   = '6f0e3c1a-7d52-4f0b-9a44-2b8f5f6f1d7c'
    Author                 = 'The SonraiControlTower authors'
    CompanyName            = 'The SonraiControlTower authors'
    Copyright              = '(c) The SonraiControlTower authors. MIT licence.'
    Description            = 'Brings an AWS organization to least privilege: connects AWS Control Tower to Sonrai Dig, and works with a local engine where there is no Sonrai subscription.'
    PowerShellVersion      = '7.6'

    # Core on the ground floor, so that [SonraiControlTower.OrgAccount] resolves before any command has run.
    RequiredAssemblies     = @('bin/SonraiControlTower.Core.dll')
    FormatsToProcess       = @('bin/SonraiControlTower.format.ps1xml')

    CmdletsToExport        = @(
        'Approve-SonraiRisk'
        'Close-SonraiTicket'
        'Compare-SonraiPolicy'
        'Connect-Sonrai'
        'Disable-SonraiControlFramework'
        'Disable-SonraiIngestion'
        'Disconnect-Sonrai'
        'Enable-SonraiControlFramework'
        'Enable-SonraiIngestion'
        'Export-SonraiTemplate'
        'Get-OrgAccount'
        'Get-SonraiAccount'
        'Get-SonraiActivity'
        'Get-SonraiAuditLog'
        'Get-SonraiBot'
        'Get-SonraiCapability'
        'Get-SonraiCollector'
        'Get-SonraiCollectorRole'
        'Get-SonraiContext'
        'Get-SonraiControlFramework'
        'Get-SonraiEffectivePermission'
        'Get-SonraiIngestion'
        'Get-SonraiIntegration'
        'Get-SonraiLeastPrivilegeTicket'
        'Get-SonraiPolicyRecommendation'
        'Get-SonraiRemediation'
        'Get-SonraiSearch'
        'Get-SonraiSearchResult'
        'Get-SonraiSwimlane'
        'Get-SonraiToken'
        'Import-SonraiActivity'
        'Import-SonraiIdentity'
        'Install-SonraiCollectorRole'
        'Install-SonraiIntegration'
        'Invoke-SonraiLifecycleEvent'
        'Invoke-SonraiRemediation'
        'New-SonraiToken'
        'Open-SonraiTicket'
        'Register-SonraiAccount'
        'Remove-SonraiToken'
        'Resume-SonraiRemediation'
        'Set-SonraiAccount'
        'Set-SonraiTicket'
        'Suspend-SonraiTicket'
        'Sync-SonraiAccount'
        'Test-SonraiAccount'
        'Test-SonraiIntegration'
        'Test-SonraiToken'
        'Undo-SonraiRemediation'
        'Uninstall-SonraiCollectorRole'
        'Uninstall-SonraiIntegration'
        'Unregister-SonraiAccount'
        'Update-SonraiActionCatalog'
        'Update-SonraiCollectorRole'
        'Update-SonraiIntegration'
        'Update-SonraiToken'
    )
    FunctionsToExport      = @()
    AliasesToExport        = @()
    VariablesToExport      = @()

    PrivateData            = @{
        PSData = @{
            Tags         = @('AWS', 'ControlTower', 'Organizations', 'IAM', 'LeastPrivilege', 'Sonrai', 'Security', 'PSEdition_Core', 'Windows', 'Linux', 'MacOS')
            ReleaseNotes = 'See CHANGELOG.md.'
        }
    }
}
