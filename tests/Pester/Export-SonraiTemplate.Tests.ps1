BeforeAll {
    Import-Module "$PSScriptRoot/../../SonraiControlTower.psd1" -Force
}

Describe 'Export-SonraiTemplate' {
    It 'writes all templates, without a session' {
        $written = Export-SonraiTemplate -Destination "$TestDrive/all"

        $written.Name | Should -Be 'Integration', 'OrganizationEvents', 'CollectorRole', 'BotRole'
        $written | Get-Content -TotalCount 1 | Sort-Object -Unique | Should -Be 'AWSTemplateFormatVersion: "2010-09-09"'
    }

    It 'writes to the location of PowerShell, whatever drive that is' {
        Push-Location TestDrive:/
        try {
            (Export-SonraiTemplate -Name BotRole).Path | Should -Exist
            "$TestDrive/bot-role.yaml" | Should -Exist
        }
        finally {
            Pop-Location
        }
    }

    It 'leaves a file that is there as it is' {
        New-Item -Path "$TestDrive/kept" -ItemType Directory | Out-Null
        Set-Content -Path "$TestDrive/kept/bot-role.yaml" -Value 'mine'

        Export-SonraiTemplate -Name BotRole -Destination "$TestDrive/kept" -ErrorVariable wrong -ErrorAction SilentlyContinue | Should -BeNullOrEmpty

        $wrong.FullyQualifiedErrorId | Should -BeLike 'FileExists,*'
        Get-Content -Path "$TestDrive/kept/bot-role.yaml" | Should -Be 'mine'
    }

    It 'overwrites it with -Force' {
        Set-Content -Path "$TestDrive/bot-role.yaml" -Value 'mine'

        Export-SonraiTemplate -Name BotRole -Destination $TestDrive -Force | Get-Content -TotalCount 1 | Should -BeLike 'AWSTemplateFormatVersion*'
    }
}
