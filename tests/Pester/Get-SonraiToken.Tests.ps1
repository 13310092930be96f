BeforeAll {
    Import-Module "$PSScriptRoot/../../SonraiControlTower.psd1" -Force
    Connect-Sonrai -Sandbox | Out-Null
}

AfterAll {
    Disconnect-Sonrai
}

Describe 'Get-SonraiToken' {
    It 'lists tokens by name, without secrets' {
        New-SonraiToken -Name nightly | Out-Null

        $token = Get-SonraiToken -Name night*

        $token.Name | Should -Be 'nightly'
        $token.PSObject.Properties.Name | Should -Not -Contain 'Token'
    }
}
