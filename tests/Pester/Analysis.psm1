# A small estate in files: one account with a role that does part of what it may, and one that does nothing.

function New-Estate {
    <# Writes a folder as Connect-Sonrai -Data takes it: identities of the AWS CLI, the organization's policies, and CloudTrail's records. #>
    param([Parameter(Mandatory)][string] $Path)

    $null = New-Item -ItemType Directory -Path "$Path/authz", "$Path/trail/2026/11/20" -Force
    $role = {
        param($Name, $Policy)
        @{
            Path = '/'; RoleName = $Name; RoleId = "AROA$($Name.ToUpperInvariant())"; Arn = "arn:aws:iam::222233334444:role/$Name"
            CreateDate = '2024-01-01T00:00:00Z'; RoleLastUsed = @{}; Tags = @(); InstanceProfileList = @(); AttachedManagedPolicies = @()
            AssumeRolePolicyDocument = @{ Version = '2012-10-17'; Statement = @(@{ Effect = 'Allow'; Principal = @{ Service = 'ec2.amazonaws.com' }; Action = 'sts:AssumeRole' }) }
            RolePolicyList = @(@{ PolicyName = 'work'; PolicyDocument = $Policy })
        }
    }
    $work = @{
        Version = '2012-10-17'
        Statement = @(
            @{ Sid = 'Work'; Effect = 'Allow'; Action = @('s3:GetObject', 's3:PutObject', 'ec2:DescribeInstances', 'iam:CreateUser'); Resource = '*' }
        )
    }
    @{
        UserDetailList = @(); GroupDetailList = @(); Policies = @(); IsTruncated = $false
        RoleDetailList = @((& $role 'worker' $work), (& $role 'idler' $work))
    } | ConvertTo-Json -Depth 12 | Set-Content -LiteralPath "$Path/authz/222233334444.json"

    @{
        OrganizationId = 'o-exampleorgid'; ManagementAccountId = '111122223333'; Parents = @{ '222233334444' = 'r-root' }
        ServiceControlPolicies = @(
            @{ Id = 'p-full'; Name = 'FullAWSAccess'; Targets = @('r-root'); Content = '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}' }
            @{ Id = 'p-users'; Name = 'NoUsers'; Targets = @('r-root'); Content = '{"Version":"2012-10-17","Statement":{"Sid":"NoUsers","Effect":"Deny","Action":"iam:CreateUser","Resource":"*"}}' }
        )
        ResourceControlPolicies = @()
    } | ConvertTo-Json -Depth 8 | Set-Content -LiteralPath "$Path/organization.json"

    Write-Record -Path "$Path/trail/2026/11/20/222233334444_CloudTrail_eu-west-1_20261120T0000Z_a.json" -Record @(
        New-Record -EventName DescribeInstances -EventSource ec2.amazonaws.com
        New-Record -EventName DescribeInstances -EventSource ec2.amazonaws.com
        New-Record -EventName CreateUser -EventSource iam.amazonaws.com -ErrorCode AccessDenied
    )
}

function New-Record {
    <# One record of the role 'worker'. #>
    param([string] $EventName, [string] $EventSource, [string] $ErrorCode, [string] $Time = '2026-11-20T10:00:00Z')

    $record = [ordered]@{
        eventVersion = '1.11'
        userIdentity = @{
            type = 'AssumedRole'; principalId = 'AROAWORKER:i-0123456789abcdef0'; arn = 'arn:aws:sts::222233334444:assumed-role/worker/i-0123456789abcdef0'; accountId = '222233334444'
            sessionContext = @{ sessionIssuer = @{ type = 'Role'; principalId = 'AROAWORKER'; arn = 'arn:aws:iam::222233334444:role/worker'; accountId = '222233334444'; userName = 'worker' } }
        }
        eventTime = $Time; eventSource = $EventSource; eventName = $EventName; awsRegion = 'eu-west-1'; sourceIPAddress = '203.0.113.7'; userAgent = 'test'
        requestParameters = $null; responseElements = $null; requestID = [guid]::NewGuid().ToString(); eventID = [guid]::NewGuid().ToString()
        readOnly = $true; eventType = 'AwsApiCall'; managementEvent = $true; recipientAccountId = '222233334444'; eventCategory = 'Management'
    }
    if ($ErrorCode) {
        $record.errorCode = $ErrorCode
        $record.errorMessage = "User is not authorized to perform this"
    }

    $record
}

function Write-Record {
    <# Writes records as CloudTrail does, packed where the name ends with .gz. #>
    param([string] $Path, [object[]] $Record)

    $bytes = [Text.Encoding]::UTF8.GetBytes((@{ Records = $Record } | ConvertTo-Json -Depth 12 -Compress))
    if ($Path -like '*.gz') {
        $packed = [IO.MemoryStream]::new()
        $gzip = [IO.Compression.GZipStream]::new($packed, [IO.Compression.CompressionLevel]::Optimal)
        $gzip.Write($bytes)
        $gzip.Dispose()
        $bytes = $packed.ToArray()
    }

    [IO.File]::WriteAllBytes($Path, $bytes)
}

Export-ModuleMember -Function New-Estate, New-Record, Write-Record
