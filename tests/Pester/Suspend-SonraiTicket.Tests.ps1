BeforeAll {
    Import-Module "$PSScriptRoot/../../SonraiControlTower.psd1" -Force
}

AfterAll {
    Disconnect-Sonrai
}

Describe 'Suspend-SonraiTicket' {
    BeforeEach {
        Connect-Sonrai -Sandbox | Out-Null
    }

    It 'puts a ticket off until a time' {
        $result = Get-SonraiLeastPrivilegeTicket -Resource HarbourlineImportRole | Suspend-SonraiTicket -Until (Get-Date).AddDays(14)

        $result.Status | Should -Be 'Done'
        $result.TicketStatus | Should -Be 'SNOOZED'
    }

    It 'puts off anew what is put off already' {
        Get-SonraiLeastPrivilegeTicket -Severity HIGH | Suspend-SonraiTicket -Until (Get-Date).AddDays(14) | Out-Null

        (Get-SonraiLeastPrivilegeTicket -Status SNOOZED | Suspend-SonraiTicket -Until (Get-Date).AddDays(28)).Status | Sort-Object -Unique | Should -Be 'Done'
    }

    It 'refuses a time that is past, and nothing is put off' {
        { Get-SonraiLeastPrivilegeTicket | Suspend-SonraiTicket -Until (Get-Date).AddDays(-1) } | Should -Throw -ErrorId 'SnoozeInThePast,*'

        Get-SonraiLeastPrivilegeTicket -Status SNOOZED | Should -BeNullOrEmpty
    }

    It 'does not undo a decision by the way' {
        $closed = Get-SonraiLeastPrivilegeTicket -First 1 | Close-SonraiTicket

        $result = $closed | Suspend-SonraiTicket -Until (Get-Date).AddDays(14) -ErrorVariable wrong -ErrorAction SilentlyContinue

        $result.Status | Should -Be 'Failed'
        $wrong[0].FullyQualifiedErrorId | Should -BeLike 'TicketDecided,*'
    }

    It 'writes nothing with -WhatIf' {
        Get-SonraiLeastPrivilegeTicket | Suspend-SonraiTicket -Until (Get-Date).AddDays(14) -WhatIf | Should -BeNullOrEmpty

        Get-SonraiLeastPrivilegeTicket -Status SNOOZED | Should -BeNullOrEmpty
    }
}
