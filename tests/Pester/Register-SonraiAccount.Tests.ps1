BeforeAll {
    Import-Module "$PSScriptRoot/../../SonraiControlTower.psd1" -Force
    Import-Module "$PSScriptRoot/StandIn.psm1" -Force
}

AfterAll {
    Disconnect-Sonrai
}

Describe 'Register-SonraiAccount in the sandbox' {
    BeforeEach {
        Connect-Sonrai -Sandbox | Out-Null
    }

    It 'takes the whole organization through one pipe' {
        $results = Get-OrgAccount | Register-SonraiAccount -Collector (Get-SonraiCollector)

        $results.Count | Should -Be (Get-OrgAccount).Count
        @($results | Where-Object Status -EQ 'Registered').Count | Should -Be (Get-OrgAccount -Status ACTIVE).Count
        @($results | Where-Object Status -EQ 'Skipped').Reason | Should -Not -BeNullOrEmpty
    }

    It 'adopts what is registered when run again' {
        Get-OrgAccount -OU Security | Register-SonraiAccount | Out-Null

        (Get-OrgAccount -OU Security | Register-SonraiAccount).Status | Should -Be 'AlreadyRegistered', 'AlreadyRegistered'
    }

    It 'binds the rows of a CSV file' {
        $rows = "AccountId,Owner`n222233334444,me`n333344445555,you" | ConvertFrom-Csv

        ($rows | Register-SonraiAccount).Status | Should -Be 'Registered', 'Registered'
    }

    It 'binds what Get-ORGAccountList of AWS Tools gives' {
        $account = [pscustomobject]@{ Id = '222233334444'; Name = 'Audit'; Status = 'ACTIVE'; Arn = 'arn:aws:organizations::111122223333:account/o-exampleorgid/222233334444' }

        ($account | Register-SonraiAccount).Status | Should -Be 'Registered'
    }

    It 'binds accounts that came back from a job' {
        $away = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize((Get-OrgAccount -Name Audit)))

        ($away | Register-SonraiAccount).Status | Should -Be 'Registered'
    }

    It 'goes on after a bad account' {
        $results = '12', '222233334444', '999999999999', '222233334444' |
            Register-SonraiAccount -ErrorVariable problems -ErrorAction SilentlyContinue

        ($results | Where-Object AccountId -EQ '222233334444').Status | Should -Be 'Registered'
        ($results | Where-Object AccountId -EQ '999999999999').Status | Should -Be 'Failed'
        $problems.FullyQualifiedErrorId -replace ',.*' | Sort-Object | Should -Be 'AccountNotInOrganization', 'DuplicateAccount', 'MalformedAccountId'
    }

    It 'writes nothing with -WhatIf' {
        Get-OrgAccount | Register-SonraiAccount -WhatIf | Out-Null

        Get-SonraiAccount | Should -BeNullOrEmpty
    }

    It 'says that the pipeline was empty' {
        Get-OrgAccount -Name nobody | Register-SonraiAccount -ErrorVariable problem -ErrorAction SilentlyContinue

        $problem.FullyQualifiedErrorId | Should -BeLike 'NoAccountGiven,*'
    }

    It 'names the collectors there are' {
        { Register-SonraiAccount 222233334444 -Collector nowhere } | Should -Throw -ErrorId 'CollectorNotFound,*'
        (TabExpansion2 'Register-SonraiAccount -Collector ').CompletionMatches.CompletionText | Should -Contain 'larkmoor-security'
    }

    It 'becomes JSON with its words' {
        (Register-SonraiAccount 222233334444 | ConvertTo-Json | ConvertFrom-Json).Status | Should -Be 'Registered'
    }
}

Describe 'Register-SonraiAccount from the wire of AWS to the wire of Dig' {
    BeforeAll {
        $standIn = Start-StandIn -Accounts 260
        $keys = [pscustomobject]@{ AccessKeyId = 'AKIAEXAMPLE'; SecretAccessKey = 'secret' }
        Connect-Sonrai -Token $standIn.Token -Endpoint $standIn.Endpoint -Region eu-west-1 -Credential $keys -EndpointUrl $standIn.Organizations | Out-Null
    }

    AfterAll {
        Stop-StandIn $standIn
    }

    It 'registers all, then finds nothing more to do' {
        $first = Get-OrgAccount | Register-SonraiAccount
        $second = Get-OrgAccount | Register-SonraiAccount

        $first.Count | Should -Be 260
        $first.Status | Sort-Object -Unique | Should -Be 'Registered'
        $second.Status | Sort-Object -Unique | Should -Be 'AlreadyRegistered'
        @(Get-SonraiAccount).Count | Should -Be 260
    }
}
