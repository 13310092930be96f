using System.Xml.Linq;

namespace SonraiControlTower.Core.Tests.Comparison;

public sealed class ComparisonHtmlTests
{
    private const string Nasty = "<script>alert('1')</script>&amp;\"";

    [Fact]
    public void What_policies_say_is_text_and_never_markup()
    {
        var comparison = Given.Comparison(
            Given.Policy(Given.Statement(Nasty, $"s3:{Nasty}", Nasty)), Given.Policy(Given.Statement(Nasty, "s3:GetObject"))) with
        { PolicyName = Nasty, IdentityArn = $"arn:aws:iam::111122223333:role/{Nasty}", PolicyArn = Nasty, Advice = Nasty };

        var page = ComparisonHtml.Page([comparison]);

        page.ShouldNotContain("<script", Case.Insensitive);
        Body(page).Descendants("h2").Single().Value.ShouldContain(Nasty);
    }

    [Fact]
    public void It_needs_nothing_else()
    {
        var page = ComparisonHtml.Page([Given.Comparison(Given.Policy(Given.Statement("A", "s3:*")), null)]);

        foreach (var outside in new[] { "http:", "https:", "src=", "href=", "@import", "url(", "<link", "<script" })
        {
            page.ShouldNotContain(outside);
        }
    }

    [Fact]
    public void Each_comparison_has_a_table_with_both_sides_and_every_line_its_mark()
    {
        var comparison = Given.Comparison(
            Given.Policy(Given.Statement("A", "s3:GetObject s3:PutObject"), Given.Statement("B", "sqs:*")),
            Given.Policy(Given.Statement("UsedOfA", "s3:GetObject")),
            Given.Kept("s3:GetObject"),
            Given.Removed("s3:PutObject"));

        var body = Body(ComparisonHtml.Page([comparison, comparison with { Choice = ComparisonChoice.Monitored }]));

        var tables = body.Descendants("table").ToList();
        tables.Select(table => string.Join('|', table.Descendants("th").Select(head => head.Value))).ShouldBe(["|Original|Least privilege", "|Original|Monitored"]);
        var rows = tables[0].Element("tbody")!.Elements("tr").ToList();
        rows.ShouldAllBe(row => row.Elements("td").Count() == 3);
        var gone = rows.Single(row => row.Value.Contains("s3:PutObject", StringComparison.Ordinal));
        gone.Attribute("class")!.Value.ShouldBe("gone");
        gone.Elements("td").First().Value.ShouldBe("-");
        gone.Descendants("small").Single().Value.ShouldBe("Unused");
        rows.Single(row => row.Value.Contains("s3:GetObject", StringComparison.Ordinal)).Descendants("small").Single().Value.ShouldBe("Used, last 2026-11-05");
    }

    private static XElement Body(string page) => XElement.Parse(page[page.IndexOf("<body>", StringComparison.Ordinal)..].Replace("</html>", "", StringComparison.Ordinal));
}
