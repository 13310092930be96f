BeforeAll {
    Import-Module "$PSScriptRoot/../../SonraiControlTower.psd1" -Force
}

Describe 'Disconnect-Sonrai' {
    It 'ends the session' {
        Connect-Sonrai -Sandbox | Out-Null

        Disconnect-Sonrai

        Get-SonraiContext | Should -BeNullOrEmpty
        { Get-SonraiCollector } | Should -Throw -ErrorId 'NotConnected,*'
    }

    It 'is content without a session' {
        { Disconnect-Sonrai } | Should -Not -Throw
    }

    It 'is done by removing the module too' {
        Connect-Sonrai -Sandbox | Out-Null

        Remove-Module SonraiControlTower
        Import-Module "$PSScriptRoot/../../SonraiControlTower.psd1"

        Get-SonraiContext | Should -BeNullOrEmpty
    }
}
