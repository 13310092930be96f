BeforeAll {
    Import-Module "$PSScriptRoot/../../SonraiControlTower.psd1" -Force
    $role = @{ CollectorAccount = '222233334444'; ExternalId = '9d2f6c1e-0a4b-4a55-8d1e-6f1f6f0f2b11' }
}

AfterAll {
    Disconnect-Sonrai
}

Describe 'Uninstall-SonraiCollectorRole' {
    BeforeEach {
        Connect-Sonrai -Sandbox | Out-Null
        Install-SonraiCollectorRole @role -ErrorAction SilentlyContinue | Out-Null
    }

    It 'takes the role out of one account and leaves the others' {
        $result = Get-OrgAccount -Name 'Booking test' | Uninstall-SonraiCollectorRole -Confirm:$false

        $result.Status | Should -Be 'Removed'
        (Get-SonraiCollectorRole | Where-Object Name -EQ 'Booking test').Status | Should -Be 'Missing'
        (Get-SonraiCollectorRole | Where-Object Name -EQ 'Tracking test').Status | Should -Be 'Current'
    }

    It 'takes it out of the whole organization, and the stack set with it' {
        Uninstall-SonraiCollectorRole -Confirm:$false -ErrorAction SilentlyContinue | Out-Null

        { Get-SonraiCollectorRole } | Should -Throw -ErrorId 'CollectorRoleNotInstalled,*'
    }

    It 'writes nothing with -WhatIf' {
        Uninstall-SonraiCollectorRole -WhatIf | Where-Object Status -EQ 'Removed' | Should -BeNullOrEmpty

        (Get-SonraiCollectorRole | Where-Object Name -EQ 'Booking test').Status | Should -Be 'Current'
    }

    It 'takes the stack of the management account too' {
        (Get-OrgAccount -Name 'Larkmoor Freight' | Uninstall-SonraiCollectorRole -Confirm:$false).Status | Should -Be 'Removed'
    }

    It 'says of an account without the role that there is nothing to remove' {
        (Get-OrgAccount -Name 'Booking legacy' | Uninstall-SonraiCollectorRole -Confirm:$false).Status | Should -BeIn 'NotInstalled', 'Skipped'
    }

    It 'lets the role be installed again' {
        $account = Get-OrgAccount -Name 'Booking test'
        $account | Uninstall-SonraiCollectorRole -Confirm:$false | Out-Null

        ($account | Install-SonraiCollectorRole @role).Status | Should -Be 'Installed'
    }
}
