using NRules.RuleModel;
using OptionAppraisal.Evaluation;
using OptionAppraisal.Facts;
using OptionAppraisal.NRules.Facts;
using OptionAppraisal.NRules.Subjects;
using OptionAppraisal.Packs;
using OptionAppraisal.Packs.Expressions;
using OptionAppraisal.Plans;

namespace OptionAppraisal.NRules.Rules;

// A derived fact that a table gives, for one subject: it is its turn, and one of the rules of its rows, or that of the rest, concludes it.
internal sealed class TableTurn(PlannedDerivedFact derived, JudgedSubject subject)
{
    private bool _isJudged;

    public PlannedDerivedFact Derived => derived;

    public JudgedSubject Subject => subject;

    // The row that decides; null where several may, where they contradict each other, and where judging them ended in an error.
    public DerivedTableRow? Decider
    {
        get
        {
            if (!_isJudged)
            {
                _isJudged = true;
                field = Judge((DerivedTableExpression)derived.Rule.Expression);
            }

            return field;
        }
    }

    private DerivedTableRow? Judge(DerivedTableExpression table)
    {
        var rows = DerivedTableRows.Of(table, subject.Context.Case);
        var truths = new Truth[rows.Length];
        try
        {
            for (var i = 0; i < rows.Length; i++)
            {
                truths[i] = rows[i].When is { } when ? subject.Context.Expressions.Evaluate(when, derived.Rule, subject.Subject).Truth : Truth.False;
                if (table.HitPolicy == HitPolicy.First && truths[i] == Truth.True)
                {
                    break;
                }
            }
        }
        catch (JudgingException)
        {
            // The rule of the rest meets the same error, and keeps it.
            return null;
        }

        return DerivedTableRows.Decider(table, rows, truths);
    }
}

// What makes it a table's turn: the derived facts that it rests on are there.
internal sealed class TurnOfCase(PlannedDerivedFact derived) : PackRule<CaseSubject>(derived.Rule.Path)
{
    public override bool IsConditional => false;

    public override void Conclude(IContext context, CaseSubject fact) => Yield(context, Only, new TableTurn(derived, fact));
}

internal sealed class TurnOfRecords(PlannedDerivedFact derived) : PackRule<CaseSubject>(derived.Rule.Path)
{
    public override bool IsConditional => false;

    public override void Conclude(IContext context, CaseSubject fact)
    {
        foreach (var record in fact.RecordsOf(derived.Fact.Scope.List!.Index))
        {
            Yield(context, record.Subject.Record!.Index, new TableTurn(derived, record));
        }
    }
}

internal sealed class TurnOfOption(PlannedDerivedFact derived) : PackRule<OptionSubject>(derived.Rule.Path)
{
    public override bool IsConditional => false;

    public override void Conclude(IContext context, OptionSubject fact) => Yield(context, Only, new TableTurn(derived, fact));
}

internal abstract class DerivedRowRule(PlannedDerivedFact derived, string name, int place, bool publishes) : PackRule<TableTurn>(name)
{
    protected PlannedDerivedFact Derived => derived;

    protected void Conclude(IContext context, TableTurn turn, Answer answer)
    {
        turn.Subject[place] = answer;
        if (publishes)
        {
            Leave(context, Only, answer.IsError ? null : new DerivedValueFact(derived.Fact, turn.Subject.Subject.Option, turn.Subject.Subject.Record, answer.Value));
        }
    }
}

// A row whose value the derived fact has when it decides.
internal sealed class DerivedRow(PlannedDerivedFact derived, DerivedTableRow row, int place, bool publishes)
    : DerivedRowRule(derived, string.Create(CultureInfo.InvariantCulture, $"{derived.Rule.Path}.row {row.Number}"), place, publishes)
{
    public override bool Holds(TableTurn fact) => ReferenceEquals(fact.Derived, Derived) && ReferenceEquals(fact.Decider, row);

    public override void Conclude(IContext context, TableTurn fact) => Conclude(context, fact, Answer.To(row.Value, Derived.Rule, fact.Subject));
}

// No single row decides: what they agree on, not known, or an error.
internal sealed class NoRowDecides(PlannedDerivedFact derived, int place, bool publishes) : DerivedRowRule(derived, derived.Rule.Path + ".undecided", place, publishes)
{
    public override bool Holds(TableTurn fact) => ReferenceEquals(fact.Derived, Derived) && fact.Decider is null;

    public override void Conclude(IContext context, TableTurn fact) => Conclude(context, fact, Answer.To(Derived.Rule, fact.Subject));
}
