using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Plans;

namespace OptionAppraisal.Evaluation;

// What a stage needs and does not have, as paths: of the case first, then of every option that it carries.
internal static class StageNeeds
{
    public static ImmutableArray<string> Incomplete(Judging judging, OptionState[] options)
    {
        if (judging.Stage is not { } stage)
        {
            return [];
        }

        var paths = ImmutableArray.CreateBuilder<string>();
        foreach (var need in stage.NeedsOfCase)
        {
            Add(judging, need, "case", judging.Case.Facts, Subject.Case, paths);
        }

        foreach (var option in options)
        {
            if (option.IsScored)
            {
                foreach (var need in stage.NeedsOfOption)
                {
                    Add(judging, need, $"options.{option.Option.Id}", option.Option.Facts, Subject.Of(option.Option), paths);
                }
            }
        }

        return paths.ToImmutable();
    }

    private static void Add(Judging judging, NeededFact need, string owner, FactValues facts, Subject subject, ImmutableArray<string>.Builder paths)
    {
        if (need.Fact is not { } fact)
        {
            if (IsUnknown(judging, need.Derived!, subject))
            {
                paths.Add($"{owner}.{need.Id}");
            }

            return;
        }

        var value = facts[fact];
        if (value.IsUnknown)
        {
            paths.Add($"{owner}.{fact.Id}");
        }
        else if (fact.Per is { } per)
        {
            for (var i = 0; i < value.List.Count; i++)
            {
                if (value.List[i].IsUnknown)
                {
                    paths.Add($"{owner}.{fact.Id}.{MemberOf(judging, per, i)}");
                }
            }
        }
    }

    private static string MemberOf(Judging judging, PerMembers per, int index) => per.ListId is { } list
        ? judging.Case.RecordsOf(judging.Plan.Pack.Schema.FindList(list)!)!.Value[index].Id
        : per.Names[index].Id;

    private static bool IsUnknown(Judging judging, DerivedFact derived, Subject subject)
    {
        var rule = judging.Plan.Derived.First(d => ReferenceEquals(d.Fact, derived)).Rule;
        try
        {
            return judging.Session.Conclude(rule, subject).IsUnknown;
        }
        catch (JudgingException error) when (Judging.MayGoOn(error))
        {
            judging.Bag.Add(error.Diagnostic);
            return false;
        }
    }
}
