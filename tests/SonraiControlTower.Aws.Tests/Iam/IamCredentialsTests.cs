using SonraiControlTower.TestKit;

namespace SonraiControlTower.Aws.Tests.Iam;

/// <summary>What moto does not have, and the names that AWS spells in capitals.</summary>
public sealed class IamCredentialsTests
{
    [Fact]
    public async Task Credentials_for_one_service_are_listed_and_deleted()
    {
        await using var fixture = await QueryFixture.StartAsync();
        fixture.Wire.On("ListServiceSpecificCredentials", _ => "<ServiceSpecificCredentials><member><ServiceSpecificCredentialId>ACCA1</ServiceSpecificCredentialId></member></ServiceSpecificCredentials>");
        fixture.Wire.On("DeleteServiceSpecificCredential", _ => "");

        (await fixture.Iam.Credentials.ListServiceSpecificCredentialsAsync("ann", default).ToListAsync()).ShouldBe(["ACCA1"]);
        await fixture.Iam.Credentials.DeleteServiceSpecificCredentialAsync("ann", "ACCA1", default);

        fixture.Wire.Requests.Last()["UserName"].ShouldBe("ann");
        fixture.Wire.Requests.Last()["ServiceSpecificCredentialId"].ShouldBe("ACCA1");
    }

    [Fact]
    public async Task Certificates_come_page_by_page_and_are_deleted()
    {
        await using var fixture = await QueryFixture.StartAsync();
        fixture.Wire.On("ListSigningCertificates", asked => asked["Marker"] is null
            ? "<Certificates><member><CertificateId>C1</CertificateId></member></Certificates><IsTruncated>true</IsTruncated><Marker>m</Marker>"
            : "<Certificates><member><CertificateId>C2</CertificateId></member></Certificates><IsTruncated>false</IsTruncated>");
        fixture.Wire.Fail("DeleteSigningCertificate", QueryFaults.Refused("NoSuchEntity", "No.", 404));

        (await fixture.Iam.Credentials.ListSigningCertificatesAsync("ann", default).ToListAsync()).ShouldBe(["C1", "C2"]);
        await fixture.Iam.Credentials.DeleteSigningCertificateAsync("ann", "C1", default);

        fixture.Wire.Requests.Last()["CertificateId"].ShouldBe("C1");
    }

    [Theory]
    [InlineData("<LastUsedDate>2026-02-01T00:00:00Z</LastUsedDate>", 2026)]
    [InlineData("<LastUsedDate>N/A</LastUsedDate>", null)]
    [InlineData("", null)]
    public async Task A_key_that_was_never_used_has_no_date(string date, int? year)
    {
        await using var fixture = await QueryFixture.StartAsync();
        fixture.Wire.On("GetAccessKeyLastUsed", _ => $"<UserName>ann</UserName><AccessKeyLastUsed>{date}<Region>N/A</Region><ServiceName>N/A</ServiceName></AccessKeyLastUsed>");

        var at = await fixture.Iam.Credentials.GetAccessKeyLastUsedAsync("AKIA1", default);

        (at?.Year).ShouldBe(year);
        fixture.Wire.Requests.Single()["AccessKeyId"].ShouldBe("AKIA1");
    }

    [Fact]
    public async Task A_password_that_cannot_be_asked_for_is_not_taken_for_none()
    {
        await using var fixture = await QueryFixture.StartAsync();
        fixture.Wire.Fail("GetLoginProfile", QueryFaults.Refused("AccessDenied", "No.", 403));

        (await Should.ThrowAsync<SonraiException>(() => fixture.Iam.Credentials.HasPasswordAsync("ann", default))).Problem.Id.ShouldBe("AwsAccessDenied");
    }
}
