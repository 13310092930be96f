BeforeAll {
    Import-Module "$PSScriptRoot/../../SonraiControlTower.psd1" -Force
    $id = '4b1f3f52-6c6e-4f0d-9a4e-0c6d5d0f7a31'
}

AfterAll {
    Disconnect-Sonrai
}

Describe 'Invoke-SonraiLifecycleEvent' {
    BeforeAll {
        function Get-EnrolledEvent([string] $Account) {
            @{
                source        = 'aws.controltower'
                'detail-type' = 'AWS Service Event via CloudTrail'
                id            = "e-$Account"
                detail        = @{
                    eventName           = 'UpdateManagedAccount'
                    serviceEventDetails = @{ updateManagedAccountStatus = @{ account = @{ accountId = $Account }; state = 'SUCCEEDED' } }
                }
            } | ConvertTo-Json -Depth 9
        }
    }

    BeforeEach {
        Connect-Sonrai -Sandbox | Out-Null
        Install-SonraiIntegration -ExternalId $id | Out-Null
        Uninstall-SonraiCollectorRole -AccountId 333355557777 -Confirm:$false | Out-Null
        Unregister-SonraiAccount 333355557777 -Confirm:$false
    }

    It 'brings the account of an event into step, given as <As>' -ForEach @(
        @{ As = 'text'; Give = { Get-EnrolledEvent 333355557777 | Invoke-SonraiLifecycleEvent } }
        @{ As = 'an object'; Give = { Get-EnrolledEvent 333355557777 | ConvertFrom-Json | Invoke-SonraiLifecycleEvent } }
        @{ As = 'a file'; Give = { Set-Content "$TestDrive/event.json" (Get-EnrolledEvent 333355557777); Get-Item "$TestDrive/event.json" | Invoke-SonraiLifecycleEvent } }
        @{ As = 'a path'; Give = { Set-Content "$TestDrive/event.json" (Get-EnrolledEvent 333355557777); Invoke-SonraiLifecycleEvent -Path "$TestDrive/*.json" } }
    ) {
        (& $Give).Status | Should -Be 'Done'

        Get-SonraiAccount 333355557777 | Should -HaveCount 1
    }

    It 'tells with -WhatIf what an event means' {
        Get-EnrolledEvent 333355557777 | Invoke-SonraiLifecycleEvent -WhatIf | Should -BeNullOrEmpty

        (Get-SonraiAccount).AccountId | Should -Not -Contain '333355557777'
    }

    It 'goes on after what cannot be read' {
        $results = '{}', (Get-EnrolledEvent 333355557777) | Invoke-SonraiLifecycleEvent -ErrorVariable wrong -ErrorAction SilentlyContinue

        $results.Status | Should -Be 'Done'
        $wrong.FullyQualifiedErrorId | Should -BeLike 'LifecycleEventUnreadable,*'
    }

    It 'says why an account did not come into step' {
        $result = Get-EnrolledEvent 222255558888 | Invoke-SonraiLifecycleEvent -ErrorVariable wrong -ErrorAction SilentlyContinue

        $result.Status | Should -Be 'Failed'
        $result.Reason | Should -BeLike '*AWSControlTowerExecution*'
        $wrong.FullyQualifiedErrorId | Should -BeLike 'AccountsNotSynced,*'
    }
}
