BeforeAll {
    Import-Module "$PSScriptRoot/../../SonraiControlTower.psd1" -Force
}

AfterAll {
    Disconnect-Sonrai
}

Describe 'Unregister-SonraiAccount' {
    BeforeEach {
        Connect-Sonrai -Sandbox | Out-Null
        Get-OrgAccount -OU Security | Register-SonraiAccount | Out-Null
    }

    It 'ends what was registered here' {
        Get-OrgAccount -Name Audit | Unregister-SonraiAccount -Confirm:$false | Should -BeNullOrEmpty

        (Get-SonraiAccount).AccountId | Should -Be '333344445555'
    }

    It 'gives what it ended with -PassThru' {
        (Get-SonraiAccount | Unregister-SonraiAccount -PassThru -Confirm:$false).Count | Should -Be 2
    }

    It 'writes nothing with -WhatIf' {
        Get-SonraiAccount | Unregister-SonraiAccount -WhatIf

        (Get-SonraiAccount).Count | Should -Be 2
    }

    It 'says what is not registered' {
        Unregister-SonraiAccount 444455556666 -Confirm:$false -ErrorVariable problem -ErrorAction SilentlyContinue

        $problem.FullyQualifiedErrorId | Should -BeLike 'AccountNotRegistered,*'
    }
}
