BeforeAll {
    Import-Module "$PSScriptRoot/../../SonraiControlTower.psd1" -Force
    Import-Module "$PSScriptRoot/Analysis.psm1" -Force
    New-Estate -Path "$TestDrive/estate"
    Connect-Sonrai -Local -Data "$TestDrive/estate" | Out-Null
}

AfterAll {
    Disconnect-Sonrai
}

Describe 'Get-SonraiEffectivePermission' {
    It 'answers a request with the statement that decides' {
        $answer = Get-SonraiEffectivePermission worker s3:GetObject arn:aws:s3:::larkmoor/a

        $answer.Decision | Should -Be 'Allowed'
        $answer.IsAllowed | Should -BeTrue
        $answer.DecidingLayer | Should -Be 'IdentityPolicy'
        $answer.DecidingPolicy | Should -BeLike '*work*'
        $answer.DecidingStatement | Should -Be 'Work'
        $answer.Reasons | Should -Not -BeNullOrEmpty
    }

    It 'lets the organization''s policies go first' {
        $answer = Get-SonraiEffectivePermission worker iam:CreateUser arn:aws:iam::222233334444:user/new

        $answer.Decision | Should -Be 'ExplicitlyDenied'
        $answer.DecidingLayer | Should -Be 'ServiceControlPolicy'
        $answer.DecidingStatement | Should -Be 'NoUsers'
    }

    It 'lists what a principal may do' {
        (Get-SonraiEffectivePermission worker).Action | Should -Be 'ec2:DescribeInstances', 's3:GetObject', 's3:PutObject'
        (Get-SonraiEffectivePermission worker -Action iam:CreateUser -IncludeDenied).Decision | Should -Be 'ExplicitlyDenied'
        (Get-SonraiEffectivePermission worker -Sensitive).Sensitivity | Should -Not -BeNullOrEmpty
    }

    It 'takes the policy of a session and what the request brings along' {
        $session = '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:GetObject","Resource":"*","Condition":{"IpAddress":{"aws:SourceIp":"203.0.113.0/24"}}}}'
        $ask = { param($Context) (Get-SonraiEffectivePermission worker s3:GetObject arn:aws:s3:::larkmoor/a -SessionPolicy $session -Context $Context).Decision }

        & $ask @{ 'aws:SourceIp' = '203.0.113.7' } | Should -Be 'Allowed'
        & $ask @{ 'aws:SourceIp' = '198.51.100.7' } | Should -Be 'ImplicitlyDenied'
        & $ask @{} | Should -Be 'Conditional'
    }

    It 'tells of a principal that is not known, and answers for the others' {
        $answers = 'nobody', 'worker' | Get-SonraiEffectivePermission -Action s3:GetObject -ErrorVariable problems -ErrorAction SilentlyContinue

        $answers.PrincipalArn | Should -Be 'arn:aws:iam::222233334444:role/worker'
        $problems.FullyQualifiedErrorId | Should -BeLike 'PrincipalNotFound,*'
        $problems.TargetObject | Should -Be 'nobody'
    }

    It 'refuses a policy that is none' {
        { Get-SonraiEffectivePermission worker s3:GetObject arn:aws:s3:::a/b -ResourcePolicy '{ no' } | Should -Throw -ErrorId 'PolicyMalformed,*'
    }
}
