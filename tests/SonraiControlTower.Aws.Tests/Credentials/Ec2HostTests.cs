using SonraiControlTower.Aws.Credentials;

namespace SonraiControlTower.Aws.Tests.Credentials;

public sealed class Ec2HostTests
{
    [Theory]
    [InlineData("class/dmi/id/sys_vendor", "Amazon EC2\n", true)]
    [InlineData("hypervisor/uuid", "ec2e1916-9099-7caf-fd21-012345abcdef\n", true)]
    [InlineData("class/dmi/id/sys_vendor", "LENOVO\n", false)]
    [InlineData("hypervisor/uuid", "45e12aec-dcd1-b213-94ed-012345abcdef\n", false)]
    [InlineData("unrelated", "Amazon EC2\n", false)]
    public void The_firmware_tells_an_instance_from_another_machine(string file, string text, bool expected)
    {
        var root = Directory.CreateTempSubdirectory("sonrai-sys-");
        var path = Path.Combine(root.FullName, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);

        new Ec2Host(root.FullName).SaysSystemFiles().ShouldBe(expected);

        root.Delete(recursive: true);
    }
}
