using System.Text.Json;

namespace SonraiControlTower.Engine;

/// <summary>Reads one statement; the reader stands on its opening brace, and afterwards on its closing one.</summary>
/// <param name="index">Its place in the policy, from 0; sentences count from 1, as people do.</param>
internal ref struct StatementReader(int index)
{
    private string? _sid;
    private string? _effect;
    private string[]? _actions;
    private string[]? _notActions;
    private string[]? _resources;
    private string[]? _notResources;
    private Principals? _principals;
    private Principals? _notPrincipals;
    private List<Condition>? _conditions;

    /// <exception cref="FormatException">With a sentence that says what is wrong and where.</exception>
    public void Read(ref Utf8JsonReader json)
    {
        while (json.Read() && json.TokenType is JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("Effect"u8))
            {
                _effect = Text(ref json, _effect, "Effect");
            }
            else if (json.ValueTextEquals("Action"u8))
            {
                _actions = Actions(ref json, _actions, "Action");
            }
            else if (json.ValueTextEquals("Resource"u8))
            {
                _resources = Texts(ref json, _resources, "Resource");
            }
            else if (json.ValueTextEquals("Sid"u8))
            {
                _sid = Text(ref json, _sid, "Sid");
            }
            else if (json.ValueTextEquals("Condition"u8))
            {
                Once(_conditions, "Condition");
                _conditions = [];
                ReadConditions(ref json);
            }
            else if (json.ValueTextEquals("Principal"u8))
            {
                Once(_principals, "Principal");
                _principals = ReadPrincipals(ref json, isNot: false);
            }
            else if (json.ValueTextEquals("NotAction"u8))
            {
                _notActions = Actions(ref json, _notActions, "NotAction");
            }
            else if (json.ValueTextEquals("NotResource"u8))
            {
                _notResources = Texts(ref json, _notResources, "NotResource");
            }
            else if (json.ValueTextEquals("NotPrincipal"u8))
            {
                Once(_notPrincipals, "NotPrincipal");
                _notPrincipals = ReadPrincipals(ref json, isNot: true);
            }
            else
            {
                throw Wrong($"has the unknown element {json.GetString()}.");
            }
        }
    }

    /// <exception cref="FormatException">Elements are missing, or exclude each other.</exception>
    public readonly Statement ToStatement()
    {
        Exclude(_actions, "Action", _notActions, "NotAction");
        Exclude(_resources, "Resource", _notResources, "NotResource");
        Exclude(_principals, "Principal", _notPrincipals, "NotPrincipal");
        return new Statement
        {
            Index = index,
            Sid = _sid,
            IsAllow = _effect switch
            {
                "Allow" => true,
                "Deny" => false,
                null => throw Wrong("has no Effect."),
                _ => throw Wrong($"has the Effect '{_effect}'; there are Allow and Deny."),
            },
            Actions = _actions ?? _notActions ?? throw Wrong("has neither Action nor NotAction."),
            IsNotAction = _notActions is not null,
            Resources = _resources ?? _notResources,
            IsNotResource = _notResources is not null,
            Principals = _principals ?? _notPrincipals,
            Conditions = _conditions is null or [] ? [] : [.. _conditions],
        };
    }

    private readonly void ReadConditions(ref Utf8JsonReader json)
    {
        json.Read();
        Demand(ref json, JsonTokenType.StartObject, "Condition");
        var operators = new HashSet<string>(StringComparer.Ordinal);
        while (json.Read() && json.TokenType is JsonTokenType.PropertyName)
        {
            var name = PatternPool.Take(ref json);
            if (!operators.Add(name))
            {
                throw Wrong($"has {name} twice in its Condition.");
            }

            if (ConditionOperators.Find(name) is null)
            {
                throw Wrong($"has the unknown condition operator {name}.");
            }

            json.Read();
            Demand(ref json, JsonTokenType.StartObject, name);
            var first = _conditions!.Count;
            while (json.Read() && json.TokenType is JsonTokenType.PropertyName)
            {
                var key = PatternPool.Take(ref json);
                for (var i = first; i < _conditions.Count; i++)
                {
                    if (_conditions[i].Key == key)
                    {
                        throw Wrong($"has {key} twice in the {name} of its Condition.");
                    }
                }

                _conditions.Add(new Condition(name, key, Values(ref json, key)));
            }
        }
    }

    private readonly Principals ReadPrincipals(ref Utf8JsonReader json, bool isNot)
    {
        var element = isNot ? "NotPrincipal" : "Principal";
        json.Read();
        if (json.TokenType is JsonTokenType.String)
        {
            return json.ValueTextEquals("*"u8)
                ? new Principals(["*"], [], [], [], isNot)
                : throw Wrong($"has the {element} '{json.GetString()}'; a string alone can only be *.");
        }

        Demand(ref json, JsonTokenType.StartObject, element);
        string[]? aws = null, services = null, federated = null, canonicalUsers = null;
        while (json.Read() && json.TokenType is JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("AWS"u8))
            {
                aws = Texts(ref json, aws, "AWS");
            }
            else if (json.ValueTextEquals("Service"u8))
            {
                services = Texts(ref json, services, "Service");
            }
            else if (json.ValueTextEquals("Federated"u8))
            {
                federated = Texts(ref json, federated, "Federated");
            }
            else if (json.ValueTextEquals("CanonicalUser"u8))
            {
                canonicalUsers = Texts(ref json, canonicalUsers, "CanonicalUser");
            }
            else
            {
                throw Wrong($"has the unknown kind {json.GetString()} in its {element}.");
            }
        }

        return new Principals(aws ?? [], services ?? [], federated ?? [], canonicalUsers ?? [], isNot);
    }

    private readonly string[] Actions(ref Utf8JsonReader json, string[]? before, string element)
    {
        var patterns = Texts(ref json, before, element);
        foreach (var pattern in patterns)
        {
            if (!pattern.Contains(':', StringComparison.Ordinal) && pattern.AsSpan().ContainsAnyExcept('*'))
            {
                throw Wrong($"has the {element} '{pattern}', which has no service in front, such as s3:.");
            }
        }

        return patterns;
    }

    private readonly string[] Texts(ref Utf8JsonReader json, string[]? before, string element)
    {
        Once(before, element);
        json.Read();
        if (json.TokenType is JsonTokenType.String)
        {
            return [PatternPool.Take(ref json)];
        }

        Demand(ref json, JsonTokenType.StartArray, element);
        var texts = new List<string>();
        while (json.Read() && json.TokenType is not JsonTokenType.EndArray)
        {
            Demand(ref json, JsonTokenType.String, element);
            texts.Add(PatternPool.Take(ref json));
        }

        return [.. texts];
    }

    /// <summary>Numbers stay as they are written, so that 1e3 is what the operator makes of it.</summary>
    private readonly string[] Values(ref Utf8JsonReader json, string key)
    {
        json.Read();
        if (json.TokenType is not JsonTokenType.StartArray)
        {
            return [Value(ref json, key)];
        }

        var values = new List<string>();
        while (json.Read() && json.TokenType is not JsonTokenType.EndArray)
        {
            values.Add(Value(ref json, key));
        }

        return [.. values];
    }

    private readonly string Value(ref Utf8JsonReader json, string key) => json.TokenType switch
    {
        JsonTokenType.String or JsonTokenType.Number => PatternPool.Take(ref json),
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        _ => throw Wrong($"has a value for {key} in its Condition that is no string, number or boolean."),
    };

    private readonly string Text(ref Utf8JsonReader json, string? before, string element)
    {
        Once(before, element);
        json.Read();
        Demand(ref json, JsonTokenType.String, element);
        return PatternPool.Take(ref json);
    }

    private readonly void Demand(ref Utf8JsonReader json, JsonTokenType token, string element)
    {
        if (json.TokenType != token)
        {
            throw Wrong(token switch
            {
                JsonTokenType.StartObject => $"has {element} that is no object.",
                JsonTokenType.StartArray => $"has {element} that is neither a string nor a list of strings.",
                _ => $"has something else than a string in its {element}.",
            });
        }
    }

    private readonly void Once(object? before, string element)
    {
        if (before is not null)
        {
            throw Wrong($"has {element} twice.");
        }
    }

    private readonly void Exclude(object? one, string element, object? other, string otherElement)
    {
        if (one is not null && other is not null)
        {
            throw Wrong($"has both {element} and {otherElement}.");
        }
    }

    private readonly FormatException Wrong(string what) => new($"Statement {index + 1} {what}");
}
