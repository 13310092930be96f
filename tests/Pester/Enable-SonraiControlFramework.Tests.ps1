BeforeAll {
    Import-Module "$PSScriptRoot/../../SonraiControlTower.psd1" -Force
    Connect-Sonrai -Sandbox | Out-Null
}

AfterAll {
    Disconnect-Sonrai
}

Describe 'Enable-SonraiControlFramework' {
    It 'enables the four frameworks of the walkthrough globally' {
        $enabled = Enable-SonraiControlFramework -Title 'Least Privilege - Optimize*' -PassThru

        $enabled | Should -HaveCount 4
        $enabled.IsEnabled | Should -Not -Contain $false
    }

    It 'enables for one swimlane through the pipe' {
        Get-SonraiControlFramework -Title 'Data Exposure' | Enable-SonraiControlFramework -Swimlane Production

        $framework = Get-SonraiControlFramework -Title 'Data Exposure'
        $framework.IsEnabled | Should -BeFalse
        $framework.Swimlanes | Should -Be 'Production'
    }

    It 'writes nothing with -WhatIf' {
        Enable-SonraiControlFramework -Title 'Identity Hygiene' -WhatIf

        (Get-SonraiControlFramework -Title 'Identity Hygiene').IsEnabled | Should -BeFalse
    }

    It 'goes on past a title that nothing has' {
        Enable-SonraiControlFramework -Title Nothing, 'Identity Hygiene' -ErrorVariable wrong -ErrorAction SilentlyContinue

        $wrong[0].FullyQualifiedErrorId | Should -BeLike 'FrameworkNotFound,*'
        (Get-SonraiControlFramework -Title 'Identity Hygiene').IsEnabled | Should -BeTrue
    }

    It 'lists the swimlanes there are for one there is not' {
        { Enable-SonraiControlFramework -Title * -Swimlane Nowhere } | Should -Throw -ErrorId 'SwimlaneNotFound,*'
    }
}
