BeforeAll {
    Import-Module "$PSScriptRoot/../../SonraiControlTower.psd1" -Force
    Connect-Sonrai -Sandbox | Out-Null
}

AfterAll {
    Disconnect-Sonrai
}

Describe 'Disable-SonraiControlFramework' {
    It 'disables globally and leaves the swimlanes' {
        Enable-SonraiControlFramework -Title 'Data Exposure'
        Enable-SonraiControlFramework -Title 'Data Exposure' -Swimlane Billing

        $framework = Get-SonraiControlFramework -Title 'Data Exposure' | Disable-SonraiControlFramework -PassThru

        $framework.IsEnabled | Should -BeFalse
        $framework.Swimlanes | Should -Be 'Billing'
    }

    It 'writes nothing with -WhatIf' {
        Enable-SonraiControlFramework -Title 'Cross-Account Access'
        Disable-SonraiControlFramework -Title * -WhatIf

        (Get-SonraiControlFramework -Title 'Cross-Account Access').IsEnabled | Should -BeTrue
    }
}
