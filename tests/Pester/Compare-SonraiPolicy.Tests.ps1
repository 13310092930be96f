BeforeAll {
    Import-Module "$PSScriptRoot/../../SonraiControlTower.psd1" -Force
    Connect-Sonrai -Sandbox | Out-Null
    $ticket = Get-SonraiLeastPrivilegeTicket AllSafeProdRole -ControlFramework '*Optimize Policy'
}

AfterAll {
    Disconnect-Sonrai
}

Describe 'Compare-SonraiPolicy' {
    It 'compares each policy of a ticket' {
        $comparisons = $ticket | Compare-SonraiPolicy

        $comparisons.PolicyName | Sort-Object | Should -Be 'AllSafeProdAccess', 'AmazonSQSFullAccess', 'monitoring'
        foreach ($comparison in $comparisons) {
            $comparison.OriginalPolicy | Should -Not -BeNullOrEmpty
            $comparison.KeptCount + $comparison.RemovedCount | Should -Be $comparison.Actions.Count
        }
    }

    It 'lets one be chosen, with Tab' {
        $line = 'Compare-SonraiPolicy -Ticket $ticket -PolicyName mon'
        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Be 'monitoring'

        (Compare-SonraiPolicy -Ticket $ticket -PolicyName monitoring).Statements.Change | Should -Be 'Narrowed'
    }

    It 'says which policies there are where the name is of none' {
        $ticket | Compare-SonraiPolicy -PolicyName nothing -ErrorAction SilentlyContinue -ErrorVariable wrong

        $wrong[0].FullyQualifiedErrorId | Should -BeLike 'PolicyNotInTicket,*'
        $wrong[0].ErrorDetails.RecommendedAction | Should -Match 'monitoring'
    }

    It 'compares recommendations' {
        (Get-SonraiPolicyRecommendation AllSafeProdRole | Compare-SonraiPolicy -PolicyName mon*).Advice | Should -Be 'Replace'
    }

    Context 'shown' {
        BeforeAll {
            $rendering = $PSStyle.OutputRendering
        }

        AfterEach {
            $PSStyle.OutputRendering = $rendering
        }

        It 'is plain where <Rendering> is asked for and the output is text' -ForEach @{ Rendering = 'PlainText' }, @{ Rendering = 'Host' } {
            $PSStyle.OutputRendering = $Rendering
            $text = $ticket | Compare-SonraiPolicy -PolicyName monitoring | Out-String -Width 200

            $text | Should -Not -Match "`e"
            $text | Should -Match '(?m)^-     "cloudwatch:PutMetricAlarm",'
        }

        It 'has colours that end with their line' {
            $PSStyle.OutputRendering = 'Ansi'
            $lines = ($ticket | Compare-SonraiPolicy -PolicyName monitoring | Out-String -Width 200) -split '\r?\n'

            $gone = $lines | Where-Object { $_ -match 'cloudwatch:SetAlarmState' }
            $gone | Should -Match "^`e\[31m-"
            ([regex]::Matches($gone, "`e")).Count | Should -BeLessOrEqual 8
        }

        It 'is the same as -AsText' {
            $PSStyle.OutputRendering = 'PlainText'
            $width = if ($Host.UI.RawUI.BufferSize.Width -gt 0) { $Host.UI.RawUI.BufferSize.Width - 1 } else { 119 }
            $shown = ($ticket | Compare-SonraiPolicy -PolicyName monitoring | Out-String -Width 400).Trim() -split '\r?\n'

            $shown.TrimEnd() | Should -Be ($ticket | Compare-SonraiPolicy -PolicyName monitoring -AsText -Width ([Math]::Max($width, 40)))
        }
    }

    It 'writes a page that needs nothing else' {
        $ticket | Compare-SonraiPolicy -Path "$TestDrive/page.html"

        $page = Get-Content -LiteralPath "$TestDrive/page.html" -Raw
        $page | Should -Match '<!DOCTYPE html>'
        $page | Should -Not -Match 'https?:'
        ([regex]::Matches($page, '<table>')).Count | Should -Be 3
    }

    It 'writes nothing with -WhatIf' {
        $ticket | Compare-SonraiPolicy -Path "$TestDrive/none.html" -WhatIf

        "$TestDrive/none.html" | Should -Not -Exist
    }
}
