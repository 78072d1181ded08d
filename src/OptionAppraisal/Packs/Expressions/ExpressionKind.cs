namespace OptionAppraisal.Packs.Expressions;

/// <summary>The kinds of typed expression: the closed set that an engine must know.</summary>
public enum ExpressionKind
{
    /// <summary>A <see cref="ConstantExpression"/>.</summary>
    Constant,

    /// <summary>A <see cref="CaseFactExpression"/>.</summary>
    CaseFact,

    /// <summary>An <see cref="OptionFactExpression"/>.</summary>
    OptionFact,

    /// <summary>A <see cref="RecordFactExpression"/>.</summary>
    RecordFact,

    /// <summary>A <see cref="RecordAttributeExpression"/>.</summary>
    RecordAttribute,

    /// <summary>A <see cref="DerivedExpression"/>.</summary>
    Derived,

    /// <summary>A <see cref="ParameterExpression"/>.</summary>
    Parameter,

    /// <summary>A <see cref="RecordListExpression"/>.</summary>
    RecordList,

    /// <summary>A <see cref="LocalExpression"/>.</summary>
    Local,

    /// <summary>A <see cref="ThisRecordExpression"/>.</summary>
    ThisRecord,

    /// <summary>A <see cref="ContextExpression"/>.</summary>
    Context,

    /// <summary>A <see cref="ConclusionExpression"/>.</summary>
    Conclusion,

    /// <summary>A <see cref="NegateExpression"/>.</summary>
    Negate,

    /// <summary>An <see cref="ArithmeticExpression"/>.</summary>
    Arithmetic,

    /// <summary>A <see cref="ComparisonExpression"/>.</summary>
    Comparison,

    /// <summary>A <see cref="NullTestExpression"/>.</summary>
    NullTest,

    /// <summary>A <see cref="LogicalExpression"/>.</summary>
    Logical,

    /// <summary>A <see cref="NotExpression"/>.</summary>
    Not,

    /// <summary>A <see cref="RangeTestExpression"/>.</summary>
    RangeTest,

    /// <summary>An <see cref="IfExpression"/>.</summary>
    If,

    /// <summary>A <see cref="QuantifiedExpression"/>.</summary>
    Quantified,

    /// <summary>A <see cref="ForExpression"/>.</summary>
    For,

    /// <summary>A <see cref="FilterExpression"/>.</summary>
    Filter,

    /// <summary>An <see cref="IndexExpression"/>.</summary>
    Index,

    /// <summary>A <see cref="PropertyExpression"/>.</summary>
    Property,

    /// <summary>A <see cref="CallExpression"/>.</summary>
    Call,

    /// <summary>A <see cref="ListExpression"/>.</summary>
    List,

    /// <summary>A <see cref="MemberExpression"/>.</summary>
    Member,

    /// <summary>A <see cref="GradeExpression"/>.</summary>
    Grade,

    /// <summary>A <see cref="DerivedTableExpression"/>.</summary>
    DerivedTable,
}
