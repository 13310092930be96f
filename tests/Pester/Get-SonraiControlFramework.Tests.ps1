BeforeAll {
    Import-Module "$PSScriptRoot/../../SonraiControlTower.psd1" -Force
    Connect-Sonrai -Sandbox | Out-Null
}

AfterAll {
    Disconnect-Sonrai
}

Describe 'Get-SonraiControlFramework' {
    It 'lists the frameworks of the walkthrough by title, with a plain dash' {
        Get-SonraiControlFramework -Title 'Least Privilege - Optimize*' | Should -HaveCount 4
        Get-SonraiControlFramework -Title nothing* | Should -BeNullOrEmpty
    }

    It 'tells those that are enabled from those that are not' {
        $all = @(Get-SonraiControlFramework).Count

        Enable-SonraiControlFramework -Title 'Data Exposure'

        (Get-SonraiControlFramework -Enabled).Title | Should -Be 'Data Exposure'
        @(Get-SonraiControlFramework -Enabled:$false).Count | Should -Be ($all - 1)
    }
}
