BeforeAll {
    Import-Module "$PSScriptRoot/../../SonraiControlTower.psd1" -Force
    $id = '4b1f3f52-6c6e-4f0d-9a4e-0c6d5d0f7a31'
}

AfterAll {
    Disconnect-Sonrai
}

Describe 'Test-SonraiIntegration' {
    BeforeAll {
        function Get-Check($Name) { Test-SonraiIntegration | Where-Object Check -EQ $Name }
    }

    BeforeEach {
        Connect-Sonrai -Sandbox | Out-Null
        Install-SonraiIntegration -ExternalId $id -PermissionModel ServiceManaged | Out-Null
    }

    It 'is green where everything is as it shall be' {
        Enable-SonraiIngestion | Out-Null

        $rows = Test-SonraiIntegration

        $rows | Should -HaveCount 14
        $rows | Where-Object HasPassed -EQ $false | ForEach-Object { "$($_.Check): $($_.Evidence)" } | Should -BeNullOrEmpty
    }

    It 'is red where <Check> is not as it shall be, and says what to do' -ForEach @(
        @{ Check = 'Lifecycle rule'; Break = { $zone.DisableRule($stack.LifecycleRule) }; Remedy = '*enable-rule*' }
        @{ Check = 'Rotation'; Break = { $zone.DisableRotation($stack.SecretArn) }; Remedy = '*Update-SonraiIntegration*' }
        @{ Check = 'Dead-letter queue'; Break = { $zone.PutMessage($stack.EventDeadLetterQueueUrl, '{}') }; Remedy = '*Sync-SonraiAccount*' }
        @{ Check = 'Role in every account'; Break = { $zone.RemoveRole('333344445555', $stack.RoleName) }; Remedy = '*Install-SonraiCollectorRole*' }
        @{ Check = 'Registrations'; Break = { Unregister-SonraiAccount 333344445555 -Confirm:$false }; Remedy = '*Sync-SonraiAccount*' }
        @{ Check = 'API token'; Break = { Get-SonraiToken 'Control*' | Remove-SonraiToken -Confirm:$false }; Remedy = '*-Token*' }
    ) {
        $stack = Get-SonraiIntegration
        $zone = (Get-SonraiContext).GetLandingZone()
        (Get-Check $Check).Status | Should -Be 'Pass'

        & $Break

        $row = Get-Check $Check
        $row.Status | Should -Be 'Fail'
        $row.Remedy | Should -BeLike $Remedy
    }

    It 'is yellow while nobody let the trail be read' {
        (Get-Check 'Trail readable').Status | Should -Be 'Warn'

        Enable-SonraiIngestion | Out-Null

        (Get-Check 'Trail readable').Status | Should -Be 'Pass'
    }

    It 'takes the integration by the pipeline' {
        (Get-SonraiIntegration | Test-SonraiIntegration)[0].Check | Should -Be 'Stack'
    }
}
