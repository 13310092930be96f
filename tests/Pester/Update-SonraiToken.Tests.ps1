BeforeAll {
    Import-Module "$PSScriptRoot/../../SonraiControlTower.psd1" -Force
    $id = '4b1f3f52-6c6e-4f0d-9a4e-0c6d5d0f7a31'
}

AfterAll {
    Disconnect-Sonrai
}

Describe 'Update-SonraiToken' {
    BeforeEach {
        Connect-Sonrai -Sandbox | Out-Null
    }

    It 'rotates the token of the integration, and the old one stays good' {
        $first = New-SonraiToken -Name first
        Install-SonraiIntegration -ExternalId $id -Token $first | Out-Null

        $rotation = Get-SonraiIntegration | Update-SonraiToken

        $rotation.Status | Should -Be 'Rotated'
        ($rotation.ExpiresAt - [datetimeoffset]::Now).TotalDays | Should -BeGreaterThan 29
        ($first | Test-SonraiToken).Status | Should -Be 'Valid'
        (Test-SonraiIntegration | Where-Object Check -EQ 'API token').Status | Should -Be 'Pass'
    }

    It 'makes another version each time' {
        Install-SonraiIntegration -ExternalId $id | Out-Null

        (Update-SonraiToken).VersionId | Should -Not -Be (Update-SonraiToken).VersionId
    }

    It 'renews by hand what nothing rotates' {
        $old = New-SonraiToken -Name report -SecretId reports/sonrai

        (Update-SonraiToken reports/sonrai -Name report -ExpiresIn 2:00:00 -ByHand).Status | Should -Be 'Rotated'

        ($old | Test-SonraiToken).Status | Should -Be 'Valid'
        Get-SonraiToken report | Should -HaveCount 2
    }

    It 'begins and does not wait with -NoWait' {
        Install-SonraiIntegration -ExternalId $id | Out-Null

        (Update-SonraiToken -NoWait).Status | Should -Be 'Pending'
    }

    It 'makes nothing with -WhatIf' {
        New-SonraiToken -Name report -SecretId reports/sonrai | Out-Null

        Update-SonraiToken reports/sonrai -ByHand -WhatIf | Should -BeNullOrEmpty

        Get-SonraiToken 'Control*' | Should -BeNullOrEmpty
    }

    It 'shows the token nowhere' {
        Install-SonraiIntegration -ExternalId $id | Out-Null

        "$(Update-SonraiToken -Verbose -Debug *>&1 | ConvertTo-Json -Depth 5)" | Should -Not -Match 'eyJ[\w-]{10}'
    }

    It 'says <Id> of <What>' -ForEach @(
        @{ What = 'a secret that is not there'; Id = 'SecretNotFound'; Code = { Update-SonraiToken nowhere } }
        @{ What = 'a secret without a rotation'; Id = 'SecretRefused'; Code = { New-SonraiToken -SecretId plain; Update-SonraiToken plain } }
        @{ What = 'an integration that is not there'; Id = 'IntegrationNotInstalled'; Code = { Update-SonraiToken } }
    ) {
        $Code | Should -Throw -ErrorId "$Id,*"
    }
}
