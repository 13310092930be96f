BeforeAll {
    Import-Module "$PSScriptRoot/../../SonraiControlTower.psd1" -Force
    Import-Module "$PSScriptRoot/Analysis.psm1" -Force
    New-Estate -Path "$TestDrive/estate"
}

AfterAll {
    Disconnect-Sonrai
}

Describe 'Import-SonraiIdentity' {
    BeforeEach {
        Connect-Sonrai -Sandbox | Out-Null
    }

    It 'reads files of the AWS CLI' {
        $import = Get-ChildItem -Path "$TestDrive/estate/authz" | Import-SonraiIdentity

        $import.Account | Should -Be '222233334444'
        $import.Roles | Should -Be 2
        $import.Source | Should -BeLike '*222233334444.json'
    }

    It 'reads the policies of the organization from a file' {
        (Import-SonraiIdentity -Path "$TestDrive/estate/organization.json").ServiceControlPolicies | Should -Be 2
    }

    It 'tells what it cannot read, and reads the rest' {
        '{ "UserDetailList": [' | Set-Content -Path "$TestDrive/broken.json"
        '{ "notes": 1 }' | Set-Content -Path "$TestDrive/notes.json"

        $import = Import-SonraiIdentity -Path "$TestDrive/broken.json", "$TestDrive/notes.json", "$TestDrive/nowhere.json", "$TestDrive/estate/authz" -ErrorVariable problems -ErrorAction SilentlyContinue

        $import.Roles | Should -Be 2
        $problems.FullyQualifiedErrorId | ForEach-Object { $_.Split(',')[0] } | Should -Be 'IdentityPathNotFound', 'IdentityFileUnreadable', 'IdentityFileForeign'
    }

    It 'reads accounts through a role' {
        $imports = Get-OrgAccount -Status ACTIVE -Name 'Booking*' |
            Import-SonraiIdentity -RoleName AWSControlTowerExecution

        $imports.Count | Should -Be 3
        $imports.Source | Should -BeLike '*:role/AWSControlTowerExecution'
    }

    It 'tells of an account that lets nobody in' {
        $import = Get-OrgAccount -Name 'Harbourline data' | Import-SonraiIdentity -RoleName AWSControlTowerExecution -ErrorVariable problems -ErrorAction SilentlyContinue

        $import | Should -BeNullOrEmpty
        $problems.FullyQualifiedErrorId | Should -BeLike 'IdentityAccountNotEntered,*'
    }

    It 'reads nothing with -WhatIf' {
        Import-SonraiIdentity -Path "$TestDrive/estate/authz" -WhatIf | Should -BeNullOrEmpty
    }
}
