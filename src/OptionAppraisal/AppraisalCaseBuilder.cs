using OptionAppraisal.Facts;
using OptionAppraisal.Packs;

namespace OptionAppraisal;

/// <summary>A builder of a case from an application's own objects; it writes the case as a document, which is then read like any other.</summary>
/// <remarks>Not thread-safe. Everything is checked at the end, and all problems are told together, at places of the document that <see cref="ToYaml"/> gives.</remarks>
public sealed class AppraisalCaseBuilder
{
    private readonly RulePack _pack;
    private readonly List<Action<YamlText>> _sources = [];
    private readonly CaseFacts _facts = new();
    private readonly List<(string List, List<Action<YamlText>> Records)> _records = [];
    private readonly List<Action<YamlText>> _options = [];
    private readonly List<Action<YamlText>> _assessors = [];
    private readonly List<(string Criterion, List<(string Option, List<(string Assessor, string Score)> Scores)> Options)> _judgements = [];
    private readonly List<(string Id, List<(string Criterion, decimal Weight)> Weights)> _weightSets = [];
    private readonly List<(string Stage, List<(string Body, string Decision)> By)> _decisions = [];
    private string _id = "appraisal";
    private string? _title;
    private string _packPath;
    private DateOnly? _asOf;
    private Action<YamlText>? _evidence;

    internal AppraisalCaseBuilder(RulePack pack)
    {
        _pack = pack;
        _packPath = pack.Span.Path is { Length: > 0 } path ? path : $"{pack.Id}.pack.yaml";
    }

    /// <summary>Sets the id; <c>appraisal</c> where none is set.</summary>
    public AppraisalCaseBuilder Id(string id) => Do(() => _id = id);

    /// <summary>Sets the title; the id where none is set.</summary>
    public AppraisalCaseBuilder Title(string title) => Do(() => _title = title);

    /// <summary>Sets the day on which law and parameters are read; every case needs one.</summary>
    public AppraisalCaseBuilder AsOf(DateOnly day) => Do(() => _asOf = day);

    /// <summary>Sets the path of the rule pack that the document names; the path that the pack was loaded from where none is set.</summary>
    public AppraisalCaseBuilder RulePackPath(string path) => Do(() => _packPath = path);

    /// <summary>Adds a source that facts may cite.</summary>
    public AppraisalCaseBuilder Source(string id, string title, int? year = null, string? publisher = null, string? url = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentNullException.ThrowIfNull(title);
        return Do(() => _sources.Add(yaml =>
        {
            yaml.Open(id).Line("title", YamlText.Quoted(title));
            if (year is { } number)
            {
                yaml.Line("year", YamlText.Value(number));
            }

            yaml.Optional("publisher", publisher).Optional("url", url).Close();
        }));
    }

    /// <summary>Sets what facts rest on that say nothing themselves.</summary>
    public AppraisalCaseBuilder Evidence(EvidenceGrade? grade = null, string? source = null, string? note = null) => Do(() => _evidence = yaml =>
    {
        if (grade is not null || source is not null || note is not null)
        {
            yaml.Open("evidence");
            if (grade is { } its)
            {
                yaml.Line("grade", its.ToString().ToLowerInvariant());
            }

            yaml.Optional("source", source).Optional("note", note).Close();
        }
    });

    /// <summary>Gives a fact of the case its value; see <see cref="CaseFacts.Set(string, object?)"/>.</summary>
    public AppraisalCaseBuilder Fact(string id, object? value) => Do(() => _facts.Set(id, value));

    /// <summary>Gives one member of a fact of the case its value; see <see cref="CaseFacts.Set(string, string, object?)"/>.</summary>
    public AppraisalCaseBuilder Fact(string id, string member, object? value) => Do(() => _facts.Set(id, member, value));

    /// <summary>Supplies a record list, without records so far; a list that is not supplied is not known.</summary>
    public AppraisalCaseBuilder Records(string list)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(list);
        return Do(() => RecordsOf(list));
    }

    /// <summary>Adds a record to a list; its facts may refer to records that are added later.</summary>
    public AppraisalCaseBuilder Record(string list, string id, string? title = null, Action<CaseFacts>? facts = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(list);
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        var values = Collect(facts);
        return Do(() => RecordsOf(list).Add(yaml =>
        {
            if (title is null && values.Count == 0)
            {
                yaml.Line(id, "{}");
                return;
            }

            yaml.Open(id).Optional("title", title);
            values.Write(yaml);
            yaml.Close();
        }));
    }

    /// <summary>Adds an option.</summary>
    /// <param name="id">The id.</param>
    /// <param name="title">The title, or null for the id.</param>
    /// <param name="baseline">Whether the others are compared with it.</param>
    /// <param name="facts">Gives its facts their values.</param>
    /// <param name="area">The area that it belongs to, where the rules have areas: the id of a record.</param>
    /// <param name="like">The option from whose facts it starts, or null.</param>
    public AppraisalCaseBuilder Option(string id, string? title = null, bool baseline = false, Action<CaseFacts>? facts = null, string? area = null, string? like = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        var values = Collect(facts);
        return Do(() => _options.Add(yaml =>
        {
            if (title is null && !baseline && values.Count == 0 && area is null && like is null)
            {
                yaml.Line(id, "{}");
                return;
            }

            yaml.Open(id).Optional("title", title).Optional("area", area).Optional("like", like);
            if (baseline)
            {
                yaml.Line("baseline", "true");
            }

            if (values.Count > 0)
            {
                yaml.Open("facts");
                values.Write(yaml);
                yaml.Close();
            }

            yaml.Close();
        }));
    }

    /// <summary>Adds a person who scores.</summary>
    public AppraisalCaseBuilder Assessor(string id, string? body = null, string? title = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        return Do(() => _assessors.Add(yaml =>
        {
            if (body is null && title is null)
            {
                yaml.Line(id, "{}");
            }
            else
            {
                yaml.Open(id).Optional("body", body).Optional("title", title).Close();
            }
        }));
    }

    /// <summary>Adds a score that a person gave; null for one that is not known.</summary>
    public AppraisalCaseBuilder Judgement(string criterion, string option, string assessor, decimal? score, string? because = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(criterion);
        ArgumentException.ThrowIfNullOrWhiteSpace(option);
        ArgumentException.ThrowIfNullOrWhiteSpace(assessor);
        var value = YamlText.Value(score);
        return Do(() => ScoresOf(criterion, option).Add((assessor, because is null ? value : $"{{ score: {value}, because: {YamlText.Quoted(because)} }}")));
    }

    /// <summary>Sets a weight of a weight set; a set weighs whole groups of criteria beside each other, and elsewhere the weights of the pack stand.</summary>
    /// <param name="set">The id of the set, often that of a body.</param>
    /// <param name="criterion">The criterion.</param>
    /// <param name="weight">The weight among its siblings, zero or more.</param>
    public AppraisalCaseBuilder Weight(string set, string criterion, decimal weight)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(set);
        ArgumentException.ThrowIfNullOrWhiteSpace(criterion);
        return Do(() => Under(_weightSets, set).Add((criterion, weight)));
    }

    /// <summary>Adds what a body decided at the end of a stage.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="body">The body: the id of a record.</param>
    /// <param name="decision">What it decided.</param>
    /// <param name="on">The day; one after the day of the case is an error.</param>
    /// <param name="because">The reason, or null.</param>
    public AppraisalCaseBuilder Decision(string stage, string body, Decision decision, DateOnly on, string? because = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(stage);
        ArgumentException.ThrowIfNullOrWhiteSpace(body);
        var reason = because is null ? "" : $", because: {YamlText.Quoted(because)}";
        var its = $"{{ decision: {Word(decision)}, on: {YamlText.Value(on)}{reason} }}";
        return Do(() => Under(_decisions, stage).Add((body, its)));
    }

    /// <summary>The case as a document: what is read, and can be kept and replayed.</summary>
    public string ToYaml()
    {
        var yaml = new YamlText();
        yaml.Line("case", YamlText.Key(_id)).Optional("title", _title).Line("rule_pack", YamlText.Quoted(_packPath));
        if (_asOf is { } day)
        {
            yaml.Line("as_of", YamlText.Value(day));
        }

        Section(yaml, "sources", _sources);
        _evidence?.Invoke(yaml);
        if (_facts.Count > 0)
        {
            yaml.Open("facts");
            _facts.Write(yaml);
            yaml.Close();
        }

        if (_records.Count > 0)
        {
            yaml.Map("records", _records, list => yaml.Map(list.List, list.Records, write => write(yaml)));
        }

        yaml.Map("options", _options, write => write(yaml));
        Section(yaml, "assessors", _assessors);
        if (_judgements.Count > 0)
        {
            yaml.Map("judgements", _judgements, of => yaml.Map(of.Criterion, of.Options, option => yaml.Map(option.Option, option.Scores, s => yaml.Line(s.Assessor, s.Score))));
        }

        if (_weightSets.Count > 0)
        {
            yaml.Map("weight_sets", _weightSets, set => yaml.Map(set.Id, set.Weights, w => yaml.Line(w.Criterion, YamlText.Value(w.Weight))));
        }

        if (_decisions.Count > 0)
        {
            yaml.Map("decisions", _decisions, of =>
            {
                yaml.Open(of.Stage);
                yaml.Map("by", of.By, d => yaml.Line(d.Body, d.Decision));
                yaml.Close();
            });
        }

        return yaml.ToString();
    }

    /// <summary>The case.</summary>
    /// <exception cref="AppraisalException">It has errors: all of them.</exception>
    public AppraisalCase Build() => TryBuild().OrThrow();

    /// <summary>The case, or what is wrong with it.</summary>
    public LoadResult<AppraisalCase> TryBuild() => AppraisalCase.TryParse(ToYaml(), _pack, "built.case.yaml");

    private static void Section(YamlText yaml, string key, List<Action<YamlText>> entries)
    {
        if (entries.Count > 0)
        {
            yaml.Map(key, entries, write => write(yaml));
        }
    }

    private static CaseFacts Collect(Action<CaseFacts>? facts)
    {
        var values = new CaseFacts();
        facts?.Invoke(values);
        return values;
    }

    private List<Action<YamlText>> RecordsOf(string list) => Under(_records, list);

    private List<(string Assessor, string Score)> ScoresOf(string criterion, string option) => Under(Under(_judgements, criterion), option);

    // The entries under a key, which is there from then on.
    private static List<T> Under<T>(List<(string Key, List<T> Entries)> map, string key)
    {
        var at = map.FindIndex(e => string.Equals(e.Key, key, StringComparison.Ordinal));
        if (at < 0)
        {
            at = map.Count;
            map.Add((key, []));
        }

        return map[at].Entries;
    }

    private static string Word(Decision decision) => decision switch
    {
        Facts.Decision.Proceed => "proceed",
        Facts.Decision.ProceedWithChanges => "proceed_with_changes",
        Facts.Decision.Defer => "defer",
        Facts.Decision.Stop => "stop",
        _ => throw new ArgumentOutOfRangeException(nameof(decision), decision, "not one of the decisions"),
    };

    private AppraisalCaseBuilder Do(Action change)
    {
        change();
        return this;
    }
}
