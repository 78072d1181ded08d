using System.Text;

namespace OptionAppraisal.NRules.Tests.Comparing;

// A small random pack and case as text, of derived facts that rest on each other: of the case, of records and of options, by expressions and by tables
// of every hit policy, with rows in force on some days and with a baseline. The same for the same seed.
internal sealed class RandomDerived
{
    private readonly Random _random;
    private readonly Dictionary<string, List<string>> _known = new(StringComparer.Ordinal) { ["case"] = ["n", "m"], ["option"] = ["x", "y", "n", "m"], ["services"] = ["cost", "n", "m"] };

    public RandomDerived(int seed)
    {
        _random = new Random(seed * 6007);
        var derived = new Dictionary<string, StringBuilder>(StringComparer.Ordinal) { ["case"] = new(), ["services"] = new(), ["option"] = new() };
        foreach (var (scope, count) in (ReadOnlySpan<(string, int)>)[("case", 3), ("services", 2), ("option", 4)])
        {
            for (var i = 1; i <= count; i++)
            {
                var id = $"{scope[0]}{i}";
                derived[scope].Append(CultureInfo.InvariantCulture, $"{(scope == "services" ? "      " : "    ")}{id}: {{ {(_random.Next(2) == 0 ? $"value: \"{Number(scope, 2)}\"" : Table(scope))} }}\n");
                _known[scope].Add(id);
                if (scope == "case")
                {
                    _known["services"].Add(id);
                    _known["option"].Add(id);
                }
                else if (scope == "services")
                {
                    _known["option"].Add($"sum(services.{id})");
                }
                else
                {
                    _known["option"].Add($"baseline.{id}");
                }
            }
        }

        Pack = $$"""
            rule_pack: derived
            facts: { case: { n: { type: number }, m: { type: number } }, option: { x: { type: number }, y: { type: number } } }
            records:
              services:
                title: Services
                facts: { cost: { type: number } }
                derived:
            {{derived["services"]}}
            derived:
              case:
            {{derived["case"]}}
              option:
            {{derived["option"]}}
            gates:
              g: { title: G, requires: "{{Condition("option", 2)}}" }
            criteria:
              c: { scale: [-1000000, 1000000], formula: "{{Number("option", 1)}}" }
              t: { table: { hit_policy: first, rows: [ { when: "{{Condition("option", 1)}}", score: 80 }, { when: "{{Condition("option", 1)}}", score: 40 }, { otherwise: true, score: 10 } ] } }
            findings:
              f: { kind: risk, severity: low, scope: option, when: "{{Condition("option", 1)}}", says: "It is {o4}." }
              s: { kind: risk, severity: low, scope: services, when: "{{Condition("services", 1)}}", says: "It is {s2}." }
            """;
        Case = $$"""
            case: derived
            rule_pack: p.pack.yaml
            as_of: {{(_random.Next(2) == 0 ? "2002-06-01" : "2006-04-01")}}
            facts: { {{Facts("n", "m")}} }
            records: { services: { a: { {{Facts("cost")}} }, b: { {{Facts("cost")}} } } }
            options: { p: { baseline: true, facts: { {{Facts("x", "y")}} } }, q: { facts: { {{Facts("x", "y")}} } }, r: { facts: { {{Facts("x", "y")}} } } }
            """;
    }

    public string Pack { get; }

    public string Case { get; }

    private string Table(string scope)
    {
        var policy = Pick("unique", "first", "any", "priority");
        var rows = Enumerable.Range(0, _random.Next(1, 4)).Select(_ =>
            $"{{ when: \"{Condition(scope, 1)}\", value: \"{Number(scope, 1)}\"{(policy == "priority" ? $", priority: {_random.Next(3)}" : "")}{(_random.Next(4) == 0 ? ", in_force: { from: 2005-04-01 }" : "")} }}");
        return $"table: {{ hit_policy: {policy}, rows: [ {string.Join(", ", rows)}{(_random.Next(4) > 0 ? $", {{ otherwise: true, value: \"{Number(scope, 1)}\" }}" : "")} ] }}";
    }

    private string Number(string scope, int depth) => _random.Next(depth > 0 ? 7 : 3) switch
    {
        <= 2 => Pick([.. _known[scope]]),
        3 => $"({Number(scope, depth - 1)} {Pick("+", "-", "*")} {Number(scope, depth - 1)})",
        4 => $"({Number(scope, depth - 1)} / {Number(scope, depth - 1)})",
        5 => $"(if {Condition(scope, depth - 1)} then {Number(scope, depth - 1)} else {Number(scope, depth - 1)})",
        _ => $"max({Number(scope, depth - 1)}, {Number(scope, depth - 1)})",
    };

    private string Condition(string scope, int depth) => _random.Next(depth > 0 ? 4 : 1) switch
    {
        0 => $"{Number(scope, 0)} {Pick(">", "<", "=", ">=")} {_random.Next(4)}",
        1 => $"({Condition(scope, depth - 1)} {Pick("and", "or")} {Condition(scope, depth - 1)})",
        2 => $"not({Condition(scope, depth - 1)})",
        _ => $"known({Number(scope, 0)})",
    };

    private string Facts(params string[] facts) => string.Join(", ", facts.Where(_ => _random.Next(5) > 0).Select(f => $"{f}: {_random.Next(4)}"));

    private string Pick(params string[] of) => of[_random.Next(of.Length)];
}
