BeforeAll {
    Import-Module "$PSScriptRoot/../../SonraiControlTower.psd1" -Force
    $id = '4b1f3f52-6c6e-4f0d-9a4e-0c6d5d0f7a31'
}

AfterAll {
    Disconnect-Sonrai
}

Describe 'Install-SonraiIntegration' {
    BeforeEach {
        Connect-Sonrai -Sandbox | Out-Null
    }

    It 'shows with -WhatIf what would be made, as one table, and leaves nothing' {
        $plan = Install-SonraiIntegration -ExternalId $id -WhatIf

        ($plan | Where-Object Name -EQ 'OrgId').Detail | Should -Be 'o-exampleorgid'
        ($plan | Where-Object Name -EQ 'CollectorExternalId').Detail | Should -Be '****'
        ($plan | Where-Object IsValue -EQ $false).Action | Sort-Object -Unique | Should -Be 'Add'
        $plan | Out-String | Should -Match 'AWS::SecretsManager::Secret'
        { Get-SonraiIntegration } | Should -Throw -ErrorId 'IntegrationNotInstalled,*'
    }

    It 'brings the accounts to Dig' {
        (Install-SonraiIntegration -ExternalId $id).Status | Should -Be 'CREATE_COMPLETE'

        Get-SonraiAccount | Should -HaveCount (@(Get-OrgAccount -Status ACTIVE).Count - 1)
    }

    It 'brings an account that Account Factory makes later to Dig, by itself' {
        Install-SonraiIntegration -ExternalId $id | Out-Null

        $made = (Get-SonraiContext).GetLandingZone().CreateManagedAccount('Pallet tracking', 'pallets@larkmoor.example', 'Prod')

        # The sandbox's time goes on while AWS is asked for something.
        $patience = [System.Diagnostics.Stopwatch]::StartNew()
        while ($made.AccountId -notin (Get-SonraiAccount).AccountId -and $patience.Elapsed.TotalSeconds -lt 60) {
            Get-SonraiIntegration | Out-Null
        }
        (Get-SonraiAccount).AccountId | Should -Contain $made.AccountId
    }

    It 'changes nothing when it is run again' {
        $first = Install-SonraiIntegration -ExternalId $id

        $again = Install-SonraiIntegration -ExternalId $id

        $again.StackId | Should -Be $first.StackId
        $again.SecretArn | Should -Be $first.SecretArn
    }

    It 'takes SecureStrings and credentials' {
        $secure = ConvertTo-SecureString $id -AsPlainText -Force

        (Install-SonraiIntegration -ExternalId ([pscredential]::new('id', $secure)) -Token (New-SonraiToken first)).Status | Should -Be 'CREATE_COMPLETE'
    }

    It 'shows the external id and the token nowhere' {
        $everything = Install-SonraiIntegration -ExternalId $id -Verbose -Debug *>&1 | ConvertTo-Json -Depth 5

        "$everything" | Should -Not -Match $id
        "$everything" | Should -Not -Match 'eyJ[\w-]{10}'
    }

    It 'names the resource that failed and goes on from there' {
        $wrong = { Install-SonraiIntegration -ExternalId $id -OrganizationId o-someotherone } |
            Should -Throw -ErrorId 'IntegrationFailed,*' -PassThru
        "$wrong" | Should -BeLike "*'Setup'*o-someotherone*"

        (Install-SonraiIntegration -ExternalId $id).Status | Should -Be 'CREATE_COMPLETE'
    }

    It 'says which value is missing' {
        $wrong = { Install-SonraiIntegration } | Should -Throw -ErrorId 'IntegrationValueMissing,*' -PassThru

        $wrong.ErrorDetails.RecommendedAction | Should -BeLike '*-ExternalId*'
    }

    It 'refuses tokens that end before the next rotation' {
        { Install-SonraiIntegration -ExternalId $id -TokenLifetimeDays 10 -RotationDays 10 } | Should -Throw -ErrorId 'TokenOutlivedByInterval,*'
    }
}
