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

    /// <summary>Gives a fact of the case its value; see <see cref="CaseFacts.Set"/>.</summary>
    public AppraisalCaseBuilder Fact(string id, object? value) => Do(() => _facts.Set(id, value));

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
    public AppraisalCaseBuilder Option(string id, string? title = null, bool baseline = false, Action<CaseFacts>? facts = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        var values = Collect(facts);
        return Do(() => _options.Add(yaml =>
        {
            if (title is null && !baseline && values.Count == 0)
            {
                yaml.Line(id, "{}");
                return;
            }

            yaml.Open(id).Optional("title", title);
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

    private List<Action<YamlText>> RecordsOf(string list)
    {
        var at = _records.FindIndex(r => string.Equals(r.List, list, StringComparison.Ordinal));
        if (at < 0)
        {
            at = _records.Count;
            _records.Add((list, []));
        }

        return _records[at].Records;
    }

    private List<(string Assessor, string Score)> ScoresOf(string criterion, string option)
    {
        var at = _judgements.FindIndex(j => string.Equals(j.Criterion, criterion, StringComparison.Ordinal));
        if (at < 0)
        {
            at = _judgements.Count;
            _judgements.Add((criterion, []));
        }

        var options = _judgements[at].Options;
        var place = options.FindIndex(o => string.Equals(o.Option, option, StringComparison.Ordinal));
        if (place < 0)
        {
            place = options.Count;
            options.Add((option, []));
        }

        return options[place].Scores;
    }

    private AppraisalCaseBuilder Do(Action change)
    {
        change();
        return this;
    }
}
