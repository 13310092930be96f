# The tickets of a Sonrai tenant, end to end: the module against a stand-in that speaks Dig's GraphQL on loopback. A tenant has tickets, or the findings that
# follow them; the commands are the same.
BeforeAll {
    Import-Module "$PSScriptRoot/../../SonraiControlTower.psd1" -Force
    Import-Module "$PSScriptRoot/StandIn.psm1" -Force
}

Describe 'A tenant with <Kind>' -ForEach @(
    @{ Kind = 'tickets'; Findings = $false; List = 'Tickets'; Accept = 'AcceptRiskTickets' }
    @{ Kind = 'findings'; Findings = $true; List = 'ListFindings'; Accept = 'AcceptRiskFindings' }
) {
    BeforeEach {
        $standIn = Start-StandIn -Tickets 120 -Findings:$Findings
        Connect-Sonrai -Token $standIn.Token -Endpoint $standIn.Endpoint | Out-Null
    }

    AfterEach {
        Disconnect-Sonrai
        Stop-StandIn $standIn
    }

    It 'lists them with the filters of the walkthrough' {
        Get-SonraiLeastPrivilegeTicket -Swimlane Global | Should -HaveCount 120

        $some = Get-SonraiLeastPrivilegeTicket -Swimlane Global -ControlFramework 'Least Privilege - Optimize Policy'
        $some.Count | Should -BeGreaterThan 0
        $some.Count | Should -BeLessThan 120
    }

    It 'asks for no more than the first few' {
        Get-SonraiLeastPrivilegeTicket -First 3 | Should -HaveCount 3

        (Get-StandInCount $standIn).Operations.$List | Should -Be 1
    }

    It 'gives the evidence of one' {
        $ticket = Get-SonraiLeastPrivilegeTicket -First 1 | Get-SonraiLeastPrivilegeTicket -Detailed

        $ticket.Evidence[0].RecommendedPolicy | ConvertFrom-Json | Should -Not -BeNullOrEmpty
        $ticket.Comments | Should -BeNullOrEmpty
    }

    It 'accepts the risk of all in batches of fifty, each with its reason' {
        $results = Get-SonraiLeastPrivilegeTicket | Approve-SonraiRisk -Reason 'By design'

        $results.Status | Sort-Object -Unique | Should -Be 'Done'
        $count = Get-StandInCount $standIn
        $count.Operations.$Accept | Should -Be 3
        $count.Tickets.RISK_ACCEPTED | Should -Be 120
        (Get-SonraiLeastPrivilegeTicket -First 1 -Detailed).Comments.Body | Should -Be 'Risk accepted: By design'
    }

    It 'loses none when what is listed is closed at once' {
        Get-SonraiLeastPrivilegeTicket -Status NEW | Close-SonraiTicket | Should -HaveCount 120

        (Get-StandInCount $standIn).Tickets.CLOSED | Should -Be 120
    }

    It 'snoozes again what is snoozed, and opens it' {
        $ticket = Get-SonraiLeastPrivilegeTicket -First 1

        ($ticket | Suspend-SonraiTicket -Until (Get-Date).AddDays(1)).TicketStatus | Should -Be 'SNOOZED'
        ($ticket | Suspend-SonraiTicket -Until (Get-Date).AddDays(9)).Status | Should -Be 'Done'
        ($ticket | Open-SonraiTicket).TicketStatus | Should -Be 'NEW'
    }

    It 'assigns and comments' {
        $result = Get-SonraiLeastPrivilegeTicket -First 1 | Set-SonraiTicket -AssignTo $standIn.Reviewer -Comment 'Please look'

        $result.Status | Should -Be 'Done'
        $ticket = Get-SonraiLeastPrivilegeTicket -Srn $result.Srn -Detailed
        $ticket.AssignedTo | Should -Be $standIn.ReviewerSrn
        $ticket.Comments.Body | Should -Be 'Please look'
    }

    It 'tells of each ticket that it does not know, and does the others' {
        $known = (Get-SonraiLeastPrivilegeTicket -First 1).Srn

        $results = Close-SonraiTicket -Srn $known, 'srn:crc90210::Ticket/none' -ErrorVariable wrong -ErrorAction SilentlyContinue

        $results.Status | Should -Be 'Done', 'Failed'
        $wrong[0].FullyQualifiedErrorId | Should -BeLike 'TicketNotFound,*'
    }

    It 'shows the token nowhere' {
        $everything = Get-SonraiLeastPrivilegeTicket -First 2 -Detailed -Verbose -Debug *>&1 | ConvertTo-Json -Depth 6

        $everything | Out-String | Should -Not -Match ([regex]::Escape($standIn.Token))
        Get-SonraiContext | ConvertTo-Json | Should -Not -Match ([regex]::Escape($standIn.Token))
    }
}
