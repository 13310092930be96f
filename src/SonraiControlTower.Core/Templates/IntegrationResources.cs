namespace SonraiControlTower;

/// <summary>The logical ids of what <see cref="IntegrationTemplate.Main"/> makes. They never change: CloudFormation would make the thing anew.</summary>
public static class IntegrationResources
{
    /// <summary><c>AWS::IAM::Role</c>.</summary>
    public const string CollectorRole = nameof(CollectorRole);

    /// <summary><c>AWS::KMS::Key</c>.</summary>
    public const string SecretKey = nameof(SecretKey);

    /// <summary><c>AWS::KMS::Alias</c>.</summary>
    public const string SecretKeyAlias = nameof(SecretKeyAlias);

    /// <summary><c>AWS::SecretsManager::Secret</c>.</summary>
    public const string TokenSecret = nameof(TokenSecret);

    /// <summary><c>AWS::SecretsManager::ResourcePolicy</c>.</summary>
    public const string TokenSecretPolicy = nameof(TokenSecretPolicy);

    /// <summary><c>AWS::SecretsManager::RotationSchedule</c>.</summary>
    public const string TokenRotation = nameof(TokenRotation);

    /// <summary><c>AWS::Logs::LogGroup</c>.</summary>
    public const string RotateCredentialsLog = nameof(RotateCredentialsLog);

    /// <summary><c>AWS::IAM::Role</c>.</summary>
    public const string RotateCredentialsRole = nameof(RotateCredentialsRole);

    /// <summary><c>AWS::Lambda::Function</c>.</summary>
    public const string RotateCredentialsFunction = nameof(RotateCredentialsFunction);

    /// <summary><c>AWS::Lambda::Permission</c>.</summary>
    public const string RotateCredentialsPermission = nameof(RotateCredentialsPermission);

    /// <summary><c>AWS::SQS::Queue</c>.</summary>
    public const string EventDeadLetterQueue = nameof(EventDeadLetterQueue);

    /// <summary><c>AWS::SQS::Queue</c>.</summary>
    public const string EventQueue = nameof(EventQueue);

    /// <summary><c>AWS::SQS::QueuePolicy</c>.</summary>
    public const string EventQueuePolicy = nameof(EventQueuePolicy);

    /// <summary><c>AWS::Lambda::EventSourceMapping</c>.</summary>
    public const string EventQueueMapping = nameof(EventQueueMapping);

    /// <summary><c>AWS::CloudWatch::Alarm</c>.</summary>
    public const string DeadLetterAlarm = nameof(DeadLetterAlarm);

    /// <summary><c>AWS::Events::Rule</c>.</summary>
    public const string LifecycleRule = nameof(LifecycleRule);

    /// <summary><c>AWS::Events::Rule</c>.</summary>
    public const string OrganizationRule = nameof(OrganizationRule);

    /// <summary><c>AWS::Events::Rule</c>.</summary>
    public const string ReconcileSchedule = nameof(ReconcileSchedule);

    /// <summary><c>AWS::Lambda::Permission</c>.</summary>
    public const string ReconcilePermission = nameof(ReconcilePermission);

    /// <summary><c>AWS::Logs::LogGroup</c>.</summary>
    public const string SetupLog = nameof(SetupLog);

    /// <summary><c>AWS::IAM::Role</c>.</summary>
    public const string SetupRole = nameof(SetupRole);

    /// <summary><c>AWS::Lambda::Function</c>.</summary>
    public const string SetupFunction = nameof(SetupFunction);

    /// <summary><c>AWS::CloudWatch::Alarm</c>.</summary>
    public const string SetupAlarm = nameof(SetupAlarm);

    /// <summary><c>Custom::SonraiSetup</c>.</summary>
    public const string Setup = nameof(Setup);
}
