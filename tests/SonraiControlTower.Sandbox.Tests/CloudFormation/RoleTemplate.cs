namespace SonraiControlTower.Sandbox.Tests.CloudFormation;

/// <summary>A template like the module's own: a role for the collector and, on request, one for bots.</summary>
internal static class RoleTemplate
{
    public const string ExternalId = "3f6c1b1e-2a51-4a63-9c26-0c3a54b9c7d1";

    public const string Body = """
        AWSTemplateFormatVersion: '2010-09-09'
        Description: >-
          A role that the collector
          assumes.
        Parameters:
          RoleName:
            Type: String
            Default: sonrai-collector-role
            AllowedPattern: '[\w+=,.@-]{1,64}'
          CollectorAccount:
            Type: String
            AllowedPattern: '[0-9]{12}'
          CollectorExternalId:
            Type: String
            NoEcho: true
          Policy:
            Type: String
            Default: SecurityAudit
            AllowedValues: [SecurityAudit, ReadOnlyAccess]
          KmsKeyArns:
            Type: CommaDelimitedList
            Default: ''
          PermissionsBoundary: { Type: String, Default: '' }
          BotRoleName:
            Type: String
            Default: ""   # none
        Conditions:
          ReadsEverything: !Equals [!Ref Policy, ReadOnlyAccess]
          HasKeys: !Not [!Equals [!Join ['', !Ref KmsKeyArns], '']]
          IsBounded: !Not [!Equals [!Ref PermissionsBoundary, '']]
          HasBot: !Not
            - !Equals [!Ref BotRoleName, '']
        Resources:
          CollectorRole:
            Type: AWS::IAM::Role
            Properties:
              RoleName: !Ref RoleName
              Description: Read by Sonrai's collector
              AssumeRolePolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Principal:
                      AWS: !Sub arn:${AWS::Partition}:iam::${CollectorAccount}:root
                    Action: sts:AssumeRole
                    Condition:
                      StringEquals:
                        sts:ExternalId: !Ref CollectorExternalId
              ManagedPolicyArns: !If
                - ReadsEverything
                - - !Sub arn:${AWS::Partition}:iam::aws:policy/ReadOnlyAccess
                - - !Sub arn:${AWS::Partition}:iam::aws:policy/SecurityAudit
                  - !Sub arn:${AWS::Partition}:iam::aws:policy/job-function/ViewOnlyAccess
              PermissionsBoundary: !If [IsBounded, !Ref PermissionsBoundary, !Ref AWS::NoValue]
              Policies:
                Fn::If:
                  - HasKeys
                  - - PolicyName: trail-keys
                      PolicyDocument:
                        Version: '2012-10-17'
                        Statement:
                          - Effect: Allow
                            Action: kms:Decrypt
                            Resource: !Ref KmsKeyArns
                  - !Ref AWS::NoValue
          BotRole:
            Type: AWS::IAM::Role
            Condition: HasBot
            Properties:
              RoleName: !Ref BotRoleName
              AssumeRolePolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Principal: { AWS: !GetAtt CollectorRole.Arn }
                    Action: [sts:AssumeRole]
        Outputs:
          RoleArn:
            Value: !GetAtt CollectorRole.Arn
          BotRoleArn:
            Condition: HasBot
            Value: !GetAtt BotRole.Arn
        """;

    public static IReadOnlyList<TemplateParameter> Parameters(params (string Key, string Value)[] others) =>
    [
        new("CollectorAccount", Zones.Audit.ToString()),
        new("CollectorExternalId", ExternalId),
        .. others.Select(one => new TemplateParameter(one.Key, one.Value)),
    ];
}
