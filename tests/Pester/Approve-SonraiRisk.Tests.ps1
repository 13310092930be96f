BeforeAll {
    Import-Module "$PSScriptRoot/../../SonraiControlTower.psd1" -Force
}

AfterAll {
    Disconnect-Sonrai
}

Describe 'Approve-SonraiRisk' {
    BeforeEach {
        Connect-Sonrai -Sandbox | Out-Null
    }

    It 'accepts the risk of the role of the collector, with the reason as a comment' {
        $result = Get-SonraiLeastPrivilegeTicket | Where-Object IsExpected | Approve-SonraiRisk -Reason 'It reads every account.'

        $result.Status | Should -Be 'Done'
        $accepted = Get-SonraiLeastPrivilegeTicket -Status RISK_ACCEPTED -Detailed
        $accepted.ResourceName | Should -Be 'sonrai-collector-role'
        $accepted.Comments.Body | Should -Be 'Risk accepted: It reads every account.'
    }

    It 'does nothing when run again, and makes no second comment' {
        $ticket = Get-SonraiLeastPrivilegeTicket -Resource BreakGlassAdmin
        Approve-SonraiRisk $ticket 'It must be there.' | Out-Null

        (Approve-SonraiRisk $ticket 'It must be there.').Status | Should -Be 'AlreadyDone'

        @(($ticket | Get-SonraiLeastPrivilegeTicket -Detailed).Comments) | Should -HaveCount 1
    }

    It 'accepts a closed ticket only after it was reopened' {
        $ticket = Get-SonraiLeastPrivilegeTicket -Resource BreakGlassAdmin
        $ticket | Close-SonraiTicket | Out-Null

        $refused = $ticket | Approve-SonraiRisk -Reason 'It must be there.' -ErrorVariable wrong -ErrorAction SilentlyContinue
        $ticket | Open-SonraiTicket | Out-Null
        $accepted = $ticket | Approve-SonraiRisk -Reason 'It must be there.'

        $refused.Status | Should -Be 'Failed'
        $wrong[0].FullyQualifiedErrorId | Should -BeLike 'TicketDecided,*'
        $accepted.Status | Should -Be 'Done'
    }

    It 'wants a reason that says something' {
        { Get-SonraiLeastPrivilegeTicket | Approve-SonraiRisk -Reason '  ' } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*'
    }

    It 'accepts a risk for some days, and says until when and by whom' {
        $ticket = Get-SonraiLeastPrivilegeTicket -Resource BreakGlassAdmin

        $ticket | Approve-SonraiRisk -Reason 'It must be there.' -For 90 -ApprovedBy Ana | Out-Null

        $accepted = $ticket | Get-SonraiLeastPrivilegeTicket -Detailed
        $accepted.RiskAcceptedUntil | Should -BeGreaterThan ([DateTimeOffset]::UtcNow.AddDays(89))
        $accepted.Comments.Body | Should -BeLike 'Risk accepted by Ana until *: It must be there.'
    }

    It 'refuses a time that is past' {
        { Get-SonraiLeastPrivilegeTicket | Approve-SonraiRisk -Reason 'It must be there.' -Until 2001-02-03 } |
            Should -Throw -ErrorId 'RiskAcceptedInThePast,*'
    }

    It 'writes nothing with -WhatIf' {
        Get-SonraiLeastPrivilegeTicket | Approve-SonraiRisk -Reason 'It must be there.' -WhatIf | Should -BeNullOrEmpty

        Get-SonraiLeastPrivilegeTicket -Status RISK_ACCEPTED | Should -BeNullOrEmpty
    }
}
