BeforeAll {
    Import-Module "$PSScriptRoot/../../SonraiControlTower.psd1" -Force
    Import-Module "$PSScriptRoot/Analysis.psm1" -Force
    New-Estate -Path "$TestDrive/estate"

    # The logs must reach back over the period that is asked about.
    Write-Record -Path "$TestDrive/estate/trail/old.json.gz" -Record (New-Record -EventName DescribeInstances -EventSource ec2.amazonaws.com -Time ([datetime]::UtcNow.AddDays(-25).ToString('yyyy-MM-ddTHH:mm:ssZ')))
    Write-Record -Path "$TestDrive/estate/trail/new.json.gz" -Record (New-Record -EventName DescribeInstances -EventSource ec2.amazonaws.com -Time ([datetime]::UtcNow.AddHours(-1).ToString('yyyy-MM-ddTHH:mm:ssZ')))
    Connect-Sonrai -Local -Data "$TestDrive/estate" | Out-Null
}

AfterAll {
    Disconnect-Sonrai
}

Describe 'Get-SonraiPolicyRecommendation' {
    It 'keeps what was used, and says why' {
        $advice = Get-SonraiPolicyRecommendation -Identity worker -Period 20

        $advice.PolicyName | Should -Be 'work'
        $advice.Advice | Should -Be 'Replace'
        ($advice.Actions | Where-Object Action -EQ 'ec2:DescribeInstances').Reason | Should -Be 'Used'
        ($advice.Actions | Where-Object Action -EQ 'iam:CreateUser').IsKept | Should -BeFalse
        $advice.RecommendedPolicies | Should -Match 'ec2:DescribeInstances'
        $advice.RecommendedPolicies | Should -Not -Match 'CreateUser'
        $advice.KeptCount + $advice.RemovedCount | Should -Be $advice.Actions.Count
    }

    It 'gives documents that IAM can read' {
        $document = (Get-SonraiPolicyRecommendation -Identity worker -Period 20).RecommendedPolicies[0] | ConvertFrom-Json

        $document.Version | Should -Be '2012-10-17'
        $document.Statement.Effect | Should -Be 'Allow'
    }

    It 'waits where the logs do not reach back' {
        (Get-SonraiPolicyRecommendation -Identity worker -Period 365).Advice | Should -Be 'Wait'
        (Get-SonraiPolicyRecommendation -Identity worker -Period ([timespan]::FromDays(365))).Advice | Should -Be 'Wait'
    }

    It 'waits for identities that are young' {
        (Get-SonraiPolicyRecommendation -Identity worker -Period 20 -GracePeriod 20000).Advice | Should -Be 'Wait'
    }

    It 'answers for all, and for those that the pipeline names' {
        (Get-SonraiPolicyRecommendation -Period 20).IdentityArn | Should -Be 'arn:aws:iam::222233334444:role/idler', 'arn:aws:iam::222233334444:role/worker'
        (Get-SonraiActivity | Get-SonraiPolicyRecommendation -Period 20).IdentityArn | Should -Be 'arn:aws:iam::222233334444:role/worker'
    }
}
