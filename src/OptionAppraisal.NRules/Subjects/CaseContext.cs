using OptionAppraisal.Evaluation;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Plans;

namespace OptionAppraisal.NRules.Subjects;

// One state of one case in a session: what the expressions of its subjects read.
internal sealed class CaseContext
{
    public CaseContext(EvaluationPlan plan, RuleLayout layout, AppraisalCase appraisalCase, Stage? stage, KnownSubjects subjects, CancellationToken cancellationToken)
    {
        Plan = plan;
        Layout = layout;
        Case = appraisalCase;
        Stage = stage;
        Subjects = subjects;
        Expressions = new ExpressionSession(plan, appraisalCase, stage, subjects, cancellationToken);
    }

    // Whether what names stages counts in this one: what names none counts in every stage.
    public bool IsOfStage(ImmutableArray<string> stages) => stages.IsEmpty || Stage is null || stages.Contains(Stage.Id, StringComparer.Ordinal);

    // A new allowance of steps, and what stops them.
    public void Renew(CancellationToken cancellationToken) => Expressions = new ExpressionSession(Plan, Case, Stage, Subjects, cancellationToken);

    public EvaluationPlan Plan { get; }

    public RuleLayout Layout { get; }

    public AppraisalCase Case { get; }

    public Stage? Stage { get; }

    public KnownSubjects Subjects { get; }

    public ExpressionSession Expressions { get; private set; }
}
