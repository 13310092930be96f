using System.Text;
using System.Xml;
using System.Xml.Linq;
using SonraiControlTower.Aws.Protocol.Query;

namespace SonraiControlTower.Aws.Tests.Protocol.Query;

public sealed class QueryElementTests
{
    [Theory]
    [InlineData("<r/>")]
    [InlineData("<r><L/></r>")]
    [InlineData("<r><L></L></r>")]
    [InlineData("<r><L>\n</L></r>")]
    public void A_list_of_nothing_comes_in_several_forms(string xml) => Read(xml).Texts("L").ShouldBeEmpty();

    [Fact]
    public void Namespaces_are_not_looked_at() =>
        Read("<r xmlns='http://a'><L><member>1</member><member>2</member></L></r>").Texts("L").ShouldBe(["1", "2"]);

    [Fact]
    public void What_must_be_there_is_missed_by_name()
    {
        Should.Throw<FormatException>(() => Read("<r><A/></r>").Text("A")).Message.ShouldBe("<r> lacks <A>.");
        Should.Throw<FormatException>(() => Read("<r/>").Structure("B")).Message.ShouldBe("<r> lacks <B>.");
    }

    [Theory]
    [InlineData("2026-01-01T01:02:03.500Z")]
    [InlineData("2026-01-01T02:02:03.500+01:00")]
    [InlineData("2026-01-01T01:02:03.500")]
    public void A_time_is_in_UTC(string text) =>
        Read($"<r><T>{text}</T></r>").Time("T").ShouldBe(new DateTimeOffset(2026, 1, 1, 1, 2, 3, 500, TimeSpan.Zero));

    [Fact]
    public void Space_inside_a_text_is_kept() => Read("<r><T> a\n b </T></r>").Text("T").ShouldBe(" a\n b ");

    [Fact]
    public void An_answer_must_be_to_what_was_asked()
    {
        Should.Throw<FormatException>(() => Result("<OtherResponse/>")).Message.ShouldBe("<OtherResponse> is not the answer to Do.");
        Result("<DoResponse/>").TextOrNull("A").ShouldBeNull();
        Result("<DoResponse><DoResult><A>1</A></DoResult></DoResponse>").Text("A").ShouldBe("1");
    }

    [Fact]
    public void A_document_type_is_refused() =>
        Should.Throw<XmlException>(() => Result("<!DOCTYPE r [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><DoResponse>&e;</DoResponse>"));

    private static QueryElement Read(string xml) => new(XElement.Parse(xml, LoadOptions.PreserveWhitespace));

    private static QueryElement Result(string xml)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(xml));
        return QueryXml.ResultOf("Do", stream);
    }
}
