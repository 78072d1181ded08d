namespace OptionAppraisal.Diagnostics;

/// <summary>The codes OA15xx to OA19xx: problems of the writing of expressions, cells and templates.</summary>
public static class SyntaxCodes
{
    /// <summary>An expression longer than 4,096 characters.</summary>
    public static DiagnosticCode ExpressionTooLong { get; } = new("OA1501", Severity.Error, "an expression is too long");

    /// <summary>An expression nested more than 200 deep.</summary>
    public static DiagnosticCode ExpressionTooDeep { get; } = new("OA1502", Severity.Error, "an expression is nested too deeply");

    /// <summary>An expression, or a part of one, that is empty.</summary>
    public static DiagnosticCode ExpressionEmpty { get; } = new("OA1503", Severity.Error, "an expression is empty");

    /// <summary>A character that means nothing in an expression.</summary>
    public static DiagnosticCode NotTextOfExpression { get; } = new("OA1504", Severity.Error, "a character that no expression holds");

    /// <summary>A number that a decimal cannot hold exactly.</summary>
    public static DiagnosticCode NumberNotExact { get; } = new("OA1511", Severity.Error, "a number that cannot be held exactly");

    /// <summary>A number with commas, underscores, a sign for per cent or a currency.</summary>
    public static DiagnosticCode NumberMalformed { get; } = new("OA1512", Severity.Error, "a number written in another way");

    /// <summary>A text without its closing quote.</summary>
    public static DiagnosticCode TextNotClosed { get; } = new("OA1513", Severity.Error, "a text is not closed");

    /// <summary>A backslash before a character that it cannot escape.</summary>
    public static DiagnosticCode TextEscapeNotKnown { get; } = new("OA1514", Severity.Error, "an escape that is not known in a text");

    /// <summary>A comment <c>/*</c> without <c>*/</c>.</summary>
    public static DiagnosticCode CommentNotClosed { get; } = new("OA1515", Severity.Error, "a comment is not closed");

    /// <summary>A date that is not written year-month-day, or not as expressions write it.</summary>
    public static DiagnosticCode DateMalformed { get; } = new("OA1516", Severity.Error, "a date written in another way");

    /// <summary>A date that is not in the calendar.</summary>
    public static DiagnosticCode DateNotReal { get; } = new("OA1517", Severity.Error, "a day that does not exist");

    /// <summary>Single or curly quotes around a text.</summary>
    public static DiagnosticCode QuotesNotStraight { get; } = new("OA1518", Severity.Error, "quotes of another kind");

    /// <summary>An operator as another language or a word processor writes it.</summary>
    public static DiagnosticCode OperatorOfAnotherLanguage { get; } = new("OA1519", Severity.Error, "an operator written in another way");

    /// <summary>A place where a value is expected.</summary>
    public static DiagnosticCode OperandMissing { get; } = new("OA1601", Severity.Error, "a value is missing");

    /// <summary>A word or sign that does not fit where it stands.</summary>
    public static DiagnosticCode UnexpectedInExpression { get; } = new("OA1602", Severity.Error, "something unexpected in an expression");

    /// <summary>A bracket that is not closed, or was never opened.</summary>
    public static DiagnosticCode BracketMissing { get; } = new("OA1603", Severity.Error, "a bracket is missing");

    /// <summary>A part of <c>if</c>, <c>for</c>, <c>some</c>, <c>every</c> or <c>between</c> that is missing.</summary>
    public static DiagnosticCode KeywordMissing { get; } = new("OA1604", Severity.Error, "a keyword is missing");

    /// <summary>A power of a negation or of a power without brackets.</summary>
    public static DiagnosticCode PowerNeedsBrackets { get; } = new("OA1605", Severity.Error, "a power needs brackets");

    /// <summary>A comparison of a comparison without brackets.</summary>
    public static DiagnosticCode ComparisonsInARow { get; } = new("OA1606", Severity.Error, "two comparisons in a row");

    /// <summary>A place where a name is expected.</summary>
    public static DiagnosticCode NameMissing { get; } = new("OA1607", Severity.Error, "a name is missing");

    /// <summary>A form of FEEL that is not in this version.</summary>
    public static DiagnosticCode NotInThisVersion { get; } = new("OA1608", Severity.Error, "a form that is not in this version");

    /// <summary>A cell without a test.</summary>
    public static DiagnosticCode CellEmpty { get; } = new("OA1701", Severity.Error, "a cell is empty");

    /// <summary>A cell that holds something else than tests of one fact.</summary>
    public static DiagnosticCode CellNotATest { get; } = new("OA1702", Severity.Error, "a cell that is not a test");

    /// <summary>Words that a cell does not know.</summary>
    public static DiagnosticCode CellWords { get; } = new("OA1703", Severity.Error, "words of a test written in another way");

    /// <summary>A brace <c>{</c> in a text without its <c>}</c>.</summary>
    public static DiagnosticCode SlotNotClosed { get; } = new("OA1801", Severity.Error, "a slot is not closed");

    /// <summary>A brace <c>}</c> in a text without its <c>{</c>.</summary>
    public static DiagnosticCode SlotNotOpened { get; } = new("OA1802", Severity.Error, "a closing brace without its slot");

    /// <summary>A slot <c>{}</c> without an expression.</summary>
    public static DiagnosticCode SlotEmpty { get; } = new("OA1803", Severity.Error, "a slot is empty");

    /// <summary>All of them, in order.</summary>
    public static ImmutableArray<DiagnosticCode> All { get; } =
    [
        ExpressionTooLong,
        ExpressionTooDeep,
        ExpressionEmpty,
        NotTextOfExpression,
        NumberNotExact,
        NumberMalformed,
        TextNotClosed,
        TextEscapeNotKnown,
        CommentNotClosed,
        DateMalformed,
        DateNotReal,
        QuotesNotStraight,
        OperatorOfAnotherLanguage,
        OperandMissing,
        UnexpectedInExpression,
        BracketMissing,
        KeywordMissing,
        PowerNeedsBrackets,
        ComparisonsInARow,
        NameMissing,
        NotInThisVersion,
        CellEmpty,
        CellNotATest,
        CellWords,
        SlotNotClosed,
        SlotNotOpened,
        SlotEmpty,
    ];
}
