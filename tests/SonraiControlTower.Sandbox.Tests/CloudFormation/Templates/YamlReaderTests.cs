namespace SonraiControlTower.Sandbox.Tests.CloudFormation.Templates;

public sealed class YamlReaderTests
{
    [Theory]
    [InlineData("a: b", """{"a":"b"}""")]
    [InlineData("a: b # comment", """{"a":"b"}""")]
    [InlineData("a: 'b # no comment'", """{"a":"b # no comment"}""")]
    [InlineData("a: 'it''s'", """{"a":"it's"}""")]
    [InlineData("a: \"x\\n\\\"y\\\"\"", """{"a":"x\n\"y\""}""")]
    [InlineData("a:\n  b: c\n\n  # between\n  d: e\nf: g", """{"a":{"b":"c","d":"e"},"f":"g"}""")]
    [InlineData("a:\n- b\n- c\nd: e", """{"a":["b","c"],"d":"e"}""")]
    [InlineData("a:\n  - b: c\n    d: e\n  - f", """{"a":[{"b":"c","d":"e"},"f"]}""")]
    [InlineData("a:\n  - - b\n    - c\n  - - d", """{"a":[["b","c"],["d"]]}""")]
    [InlineData("a:\n  -\n    b: c", """{"a":[{"b":"c"}]}""")]
    [InlineData("a: [b, 'c, d', [e], {f: g}]", """{"a":["b","c, d",["e"],{"f":"g"}]}""")]
    [InlineData("a: [b,\n    c]\nd: e", """{"a":["b","c"],"d":"e"}""")]
    [InlineData("a: >-\n  b\n  c\n\n  d\ne: f", """{"a":"b c\nd","e":"f"}""")]
    [InlineData("a: |\n  b\n    c\ne: f", """{"a":"b\n  c\n","e":"f"}""")]
    [InlineData("a: one\n  two\nb: c", """{"a":"one two","b":"c"}""")]
    [InlineData("a: arn:aws:iam::aws:policy/X", """{"a":"arn:aws:iam::aws:policy/X"}""")]
    [InlineData("AWS::X::Y:\n  Fn::If: [a, b, c]", """{"AWS::X::Y":{"Fn::If":["a","b","c"]}}""")]
    [InlineData("a: !Ref b", """{"a":{"Ref":"b"}}""")]
    [InlineData("a: !GetAtt b.Arn", """{"a":{"Fn::GetAtt":["b","Arn"]}}""")]
    [InlineData("a: !Not [!Equals [!Ref b, \"\"]]", """{"a":{"Fn::Not":[{"Fn::Equals":[{"Ref":"b"},""]}]}}""")]
    [InlineData("a: !If\n  - b\n  - - !Sub x${y}\n  - !Ref \"AWS::NoValue\"", """{"a":{"Fn::If":["b",[{"Fn::Sub":"x${y}"}],{"Ref":"AWS::NoValue"}]}}""")]
    [InlineData("a:\nb: c", """{"a":null,"b":"c"}""")]
    public void The_YAML_of_templates_is_read(string yaml, string json) =>
        YamlReader.Read(yaml)!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }).ShouldBe(json);

    [Theory]
    [InlineData("a: &anchor b")]
    [InlineData("a: *anchor")]
    [InlineData("a: [b")]
    [InlineData("a: 'b")]
    [InlineData("a: b\na: c")]
    [InlineData("a: b\n  c: d")]
    [InlineData("a:\n  b: c\n d: e")]
    public void What_is_not_of_that_part_is_refused_with_its_line(string yaml) =>
        Should.Throw<AwsFault>(() => YamlReader.Read(yaml)).Message.ShouldStartWith("Template format error: YAML not well-formed. (line ");
}
