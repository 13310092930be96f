namespace SonraiControlTower.Aws.Tests.Iam;

/// <summary>Policies for tests. The second has the signs that get lost where a document is decoded wrongly.</summary>
internal static class Documents
{
    public static PolicyDocument Trust { get; } = new(
        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::999988887777:root"},"Action":"sts:AssumeRole"}]}""");

    public static PolicyDocument Read { get; } = new(
        """{"Version":"2012-10-17","Statement":[{"Sid":"A","Effect":"Allow","Action":"s3:Get*","Resource":"arn:aws:s3:::a+b/100%25 & <ünï>"}]}""");

    public static PolicyDocument Write { get; } = new(
        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:Put*","Resource":"*"}]}""");
}
