BeforeAll {
    Import-Module "$PSScriptRoot/../../SonraiControlTower.psd1" -Force
    Import-Module "$PSScriptRoot/Analysis.psm1" -Force
    New-Estate -Path "$TestDrive/estate"
    Connect-Sonrai -Local -Data "$TestDrive/estate" | Out-Null
}

AfterAll {
    Disconnect-Sonrai
}

Describe 'Get-SonraiActivity' {
    It 'tells who used what, and how often' {
        $used = Get-SonraiActivity -Principal arn:aws:iam::222233334444:role/worker -Action ec2:*

        $used.Action | Should -Be 'ec2:DescribeInstances'
        $used.Count | Should -Be 2
        $used.LastUsedAt | Should -Be ([datetimeoffset]'2026-11-20T10:00:00Z')
        $used.Evidence | Should -Be 'Observed'
    }

    It 'tells apart what was refused' {
        $denied = Get-SonraiActivity -OnlyDenied

        $denied.Action | Should -Be 'iam:CreateUser'
        $denied.Count | Should -Be 0
        $denied.DeniedCount | Should -Be 1
    }

    It 'knows principals by name and by pattern' {
        (Get-SonraiActivity -Principal worker).Count | Should -Not -BeNullOrEmpty
        (Get-SonraiActivity -Principal 'WORK*').PrincipalArn | Select-Object -Unique | Should -Be 'arn:aws:iam::222233334444:role/worker'
        Get-SonraiActivity -Principal idler | Should -BeNullOrEmpty
    }

    It 'takes what other commands give' {
        Get-SonraiPolicyRecommendation -Identity worker | Get-SonraiActivity | Should -Not -BeNullOrEmpty
    }
}
