BeforeAll {
    Import-Module "$PSScriptRoot/../../SonraiControlTower.psd1" -Force
    Connect-Sonrai -Sandbox | Out-Null
}

AfterAll {
    Disconnect-Sonrai
}

Describe 'Get-SonraiCollector' {
    It 'lists the deployments by name' {
        (Get-SonraiCollector -Name lark*).Name | Should -Be 'larkmoor-security'
        Get-SonraiCollector -Name nothing* | Should -BeNullOrEmpty
    }

    It 'can be given to -Collector' {
        { Get-SonraiAccount -Collector (Get-SonraiCollector) } | Should -Not -Throw
    }
}
