BeforeAll {
    Import-Module "$PSScriptRoot/../../SonraiControlTower.psd1" -Force
    $id = '4b1f3f52-6c6e-4f0d-9a4e-0c6d5d0f7a31'
}

AfterAll {
    Disconnect-Sonrai
}

Describe 'Update-SonraiIntegration' {
    BeforeEach {
        Connect-Sonrai -Sandbox | Out-Null
        Install-SonraiIntegration -ExternalId $id | Out-Null
    }

    It 'changes what is given and keeps the rest' {
        $changed = Update-SonraiIntegration -RotationDays 7

        $changed.Status | Should -Be 'UPDATE_COMPLETE'
        $changed.RotationDays | Should -Be 7
        $changed.TokenLifetimeDays | Should -Be 30
    }

    It 'shows with -WhatIf what would change, and changes nothing' {
        (Update-SonraiIntegration -RotationDays 7 -WhatIf | Where-Object IsValue -EQ $false).Name | Should -Contain 'TokenRotation'

        (Get-SonraiIntegration).RotationDays | Should -Be 15
    }

    It 'puts back what somebody switched off' {
        (Get-SonraiContext).GetLandingZone().DisableRotation((Get-SonraiIntegration).SecretArn)
        (Test-SonraiIntegration | Where-Object Check -EQ 'Rotation').Status | Should -Be 'Fail'

        Update-SonraiIntegration -RotationDays 14 | Out-Null

        (Test-SonraiIntegration | Where-Object Check -EQ 'Rotation').Status | Should -Be 'Pass'
    }

    It 'makes no integration' {
        Connect-Sonrai -Sandbox | Out-Null

        { Update-SonraiIntegration -RotationDays 7 } | Should -Throw -ErrorId 'IntegrationNotInstalled,*'
    }
}
