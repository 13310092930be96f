BeforeAll {
    Import-Module "$PSScriptRoot/../../SonraiControlTower.psd1" -Force
}

AfterAll {
    Disconnect-Sonrai
}

Describe 'Open-SonraiTicket' {
    BeforeEach {
        Connect-Sonrai -Sandbox | Out-Null
    }

    It 'takes back whatever was decided' {
        $all = @(Get-SonraiLeastPrivilegeTicket).Count
        Get-SonraiLeastPrivilegeTicket -Severity CRITICAL | Approve-SonraiRisk -Reason 'It must be there.' | Out-Null
        Get-SonraiLeastPrivilegeTicket -Severity MEDIUM | Close-SonraiTicket | Out-Null
        Get-SonraiLeastPrivilegeTicket -Severity HIGH | Suspend-SonraiTicket -Until (Get-Date).AddDays(14) | Out-Null

        $results = Get-SonraiLeastPrivilegeTicket -Status CLOSED, SNOOZED, RISK_ACCEPTED | Open-SonraiTicket

        $results | Should -HaveCount $all
        $results.TicketStatus | Sort-Object -Unique | Should -Be 'NEW'
        Get-SonraiLeastPrivilegeTicket -Status NEW | Should -HaveCount $all
    }

    It 'leaves a new ticket alone' {
        (Get-SonraiLeastPrivilegeTicket -First 1 | Open-SonraiTicket).Status | Should -Be 'AlreadyDone'
    }

    It 'writes nothing with -WhatIf' {
        $results = Get-SonraiLeastPrivilegeTicket -First 1 | Close-SonraiTicket

        $results | Open-SonraiTicket -WhatIf | Should -BeNullOrEmpty

        Get-SonraiLeastPrivilegeTicket -Status CLOSED | Should -HaveCount 1
    }
}
