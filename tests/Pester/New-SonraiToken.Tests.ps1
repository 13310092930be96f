BeforeAll {
    Import-Module "$PSScriptRoot/../../SonraiControlTower.psd1" -Force
    Connect-Sonrai -Sandbox | Out-Null
}

AfterAll {
    Disconnect-Sonrai
}

Describe 'New-SonraiToken' {
    It 'makes the token of the walkthrough' {
        $token = New-SonraiToken

        $token.Name | Should -Be 'Control Tower Integration'
        $token.Token | Should -BeOfType [securestring]
        ($token.ExpiresAt - [datetimeoffset]::Now).TotalDays | Should -BeGreaterThan 29.9
    }

    It 'takes a lifetime in seconds' {
        ((New-SonraiToken -ExpiresIn 7200).ExpiresAt - [datetimeoffset]::Now).TotalHours | Should -BeGreaterThan 1.9
    }

    It 'shows the secret only when asked' {
        (New-SonraiToken -AsPlainText).Token | Should -BeOfType [string]
        (New-SonraiToken | ConvertTo-Json -Depth 5) | Should -Not -Match 'eyJ'
    }

    It 'says which lifetime is not granted' {
        { New-SonraiToken -ExpiresIn 60 } | Should -Throw -ErrorId 'TokenLifetimeRefused,*'
    }

    It 'keeps the token in a secret, which is made or gets the next one' {
        New-SonraiToken -Name kept -SecretId reports/sonrai | Out-Null
        New-SonraiToken -Name kept -SecretId reports/sonrai | Out-Null

        (Update-SonraiToken reports/sonrai -Name kept -ByHand).Status | Should -Be 'Rotated'
        Get-SonraiToken kept | Should -HaveCount 3
    }
}
