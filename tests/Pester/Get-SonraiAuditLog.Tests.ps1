BeforeAll {
    Import-Module "$PSScriptRoot/../../SonraiControlTower.psd1" -Force
}

AfterAll {
    Disconnect-Sonrai
}

Describe 'Get-SonraiAuditLog' {
    BeforeEach {
        Connect-Sonrai -Sandbox | Out-Null
    }

    It 'tells what was done, and not what was looked at' {
        Get-SonraiLeastPrivilegeTicket -Resource ci-deployer -ControlFramework '*Policy' | Approve-SonraiRisk -Reason 'It must be there.' | Out-Null

        $events = Get-SonraiAuditLog

        $events.EventName | Should -Be 'AcceptRiskTickets', 'CreateTicketCommentBulk'
        $events[0].Message | Should -Match 'ci-deployer'
        $events[0].Actor | Should -Be 'operator'
    }

    It 'goes from a time to a time' {
        Get-SonraiLeastPrivilegeTicket -Resource ci-deployer -ControlFramework '*Policy' | Close-SonraiTicket | Out-Null

        Get-SonraiAuditLog (Get-Date).AddHours(-1) | Should -HaveCount 1
        Get-SonraiAuditLog -Before (Get-Date).AddHours(-1) | Should -BeNullOrEmpty
    }

    It 'has a table of its own' {
        Get-SonraiLeastPrivilegeTicket -Resource ci-deployer -ControlFramework '*Policy' | Close-SonraiTicket | Out-Null

        (Get-SonraiAuditLog | Out-String -Width 120) | Should -Match 'CreatedAt\s+Actor\s+EventName\s+Message'
    }
}
