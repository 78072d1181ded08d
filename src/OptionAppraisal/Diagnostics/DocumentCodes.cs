namespace OptionAppraisal.Diagnostics;

/// <summary>The codes OA10xx to OA14xx: problems of text and YAML.</summary>
public static class DocumentCodes
{
    /// <summary>The bytes of a file are not UTF-8.</summary>
    public static DiagnosticCode NotUtf8 { get; } = new("OA1001", Severity.Error, "the file is not UTF-8 text");

    /// <summary>A document is larger than 1 MiB.</summary>
    public static DiagnosticCode DocumentTooLarge { get; } = new("OA1002", Severity.Error, "a document is too large");

    /// <summary>A control character, a separator of lines that editors do not show, or half of a character.</summary>
    public static DiagnosticCode ForbiddenCharacter { get; } = new("OA1003", Severity.Error, "a character that documents may not hold");

    /// <summary>A document holds nothing, or comments alone.</summary>
    public static DiagnosticCode EmptyDocument { get; } = new("OA1004", Severity.Error, "a document is empty");

    /// <summary>Maps and lists stand more than 64 deep in each other.</summary>
    public static DiagnosticCode NestedTooDeeply { get; } = new("OA1005", Severity.Error, "a document is nested too deeply");

    /// <summary>A document holds more than 50,000 values, lists and maps.</summary>
    public static DiagnosticCode TooManyNodes { get; } = new("OA1006", Severity.Error, "a document has too many values");

    /// <summary>One text is longer than 64 KiB.</summary>
    public static DiagnosticCode TextTooLong { get; } = new("OA1007", Severity.Error, "a text is too long");

    /// <summary>A name for a later alias: <c>&amp;name</c>.</summary>
    public static DiagnosticCode AnchorNotAllowed { get; } = new("OA1101", Severity.Error, "an anchor");

    /// <summary>A repeat of something named before: <c>*name</c>.</summary>
    public static DiagnosticCode AliasNotAllowed { get; } = new("OA1102", Severity.Error, "an alias");

    /// <summary>A key <c>&lt;&lt;</c> that would merge another map.</summary>
    public static DiagnosticCode MergeKeyNotAllowed { get; } = new("OA1103", Severity.Error, "a merge key");

    /// <summary>A YAML type written as <c>!name</c>.</summary>
    public static DiagnosticCode TagNotAllowed { get; } = new("OA1104", Severity.Error, "a tag");

    /// <summary>A file that holds more than one document.</summary>
    public static DiagnosticCode SeveralDocuments { get; } = new("OA1105", Severity.Error, "a second document in one file");

    /// <summary>A key that stands twice in one map.</summary>
    public static DiagnosticCode DuplicateKey { get; } = new("OA1106", Severity.Error, "a key stands twice");

    /// <summary>A key that is empty, a list, a map or a block of text.</summary>
    public static DiagnosticCode KeyNotAWord { get; } = new("OA1201", Severity.Error, "a key that is not a word");

    /// <summary>A key made of digits where no date or anchor is wanted.</summary>
    public static DiagnosticCode KeyOfDigits { get; } = new("OA1202", Severity.Error, "a key made of digits");

    /// <summary>A key that holds a bracket.</summary>
    public static DiagnosticCode KeyWithBracket { get; } = new("OA1203", Severity.Error, "a key that holds a bracket");

    /// <summary>A value in braces or brackets that its own comma split in two.</summary>
    public static DiagnosticCode SplitByComma { get; } = new("OA1204", Severity.Error, "a value split by its comma");

    /// <summary>A value that ends at <c> #</c>, which starts a comment.</summary>
    public static DiagnosticCode CommentCutsValue { get; } = new("OA1205", Severity.Error, "a value cut off by `#`");

    /// <summary>A number whose comma split it in two.</summary>
    public static DiagnosticCode NumberWithCommas { get; } = new("OA1206", Severity.Error, "a number with commas");

    /// <summary>A value such as <c>&gt;3</c>, which YAML reads as the head of a block of text.</summary>
    public static DiagnosticCode SignReadAsBlock { get; } = new("OA1207", Severity.Error, "a sign read as the start of a block of text");

    /// <summary>A range such as <c>[0..5]</c>, which YAML reads as a list.</summary>
    public static DiagnosticCode RangeReadAsList { get; } = new("OA1208", Severity.Error, "a range read as a list");

    /// <summary>A range with a round bracket, such as <c>[0..5)</c>, without quotes.</summary>
    public static DiagnosticCode RangeBreaksYaml { get; } = new("OA1301", Severity.Error, "a range breaks the YAML");

    /// <summary>A value that starts with a comparison, such as <c>&gt;= 3</c>, without quotes.</summary>
    public static DiagnosticCode ComparisonBreaksYaml { get; } = new("OA1302", Severity.Error, "a comparison breaks the YAML");

    /// <summary>A value that holds a colon and a space, without quotes.</summary>
    public static DiagnosticCode ColonBreaksYaml { get; } = new("OA1303", Severity.Error, "a colon in a value breaks the YAML");

    /// <summary>A line indented by a tab.</summary>
    public static DiagnosticCode TabIndents { get; } = new("OA1304", Severity.Error, "a tab indents a line");

    /// <summary>A quote that is opened and not closed.</summary>
    public static DiagnosticCode QuoteNotClosed { get; } = new("OA1305", Severity.Error, "a quote is not closed");

    /// <summary>A value that goes on after its closing quote.</summary>
    public static DiagnosticCode TextAfterQuote { get; } = new("OA1306", Severity.Error, "something follows a closing quote");

    /// <summary>A list or map in brackets that is not closed, or closed twice.</summary>
    public static DiagnosticCode BracketsDoNotMatch { get; } = new("OA1307", Severity.Error, "brackets do not match");

    /// <summary>A line whose indentation or form does not fit the lines around it.</summary>
    public static DiagnosticCode LineDoesNotFit { get; } = new("OA1308", Severity.Error, "a line does not fit where it stands");

    /// <summary>A line where a colon and a space are missing after the key.</summary>
    public static DiagnosticCode ColonMissing { get; } = new("OA1309", Severity.Error, "a key without a colon and a space");

    /// <summary>A value that starts with a character that needs quotes.</summary>
    public static DiagnosticCode CharacterCannotStart { get; } = new("OA1310", Severity.Error, "a value starts with a character that YAML keeps for itself");

    /// <summary>A backslash in double quotes before a character that it cannot escape.</summary>
    public static DiagnosticCode EscapeNotKnown { get; } = new("OA1311", Severity.Error, "an escape that is not known");

    /// <summary>A value that must be put in quotes.</summary>
    public static DiagnosticCode ValueBreaksYaml { get; } = new("OA1312", Severity.Error, "a value breaks the YAML");

    /// <summary>Text that is not YAML.</summary>
    public static DiagnosticCode NotReadable { get; } = new("OA1399", Severity.Error, "YAML that cannot be read");

    /// <summary>All of them, in order.</summary>
    public static ImmutableArray<DiagnosticCode> All { get; } =
    [
        NotUtf8,
        DocumentTooLarge,
        ForbiddenCharacter,
        EmptyDocument,
        NestedTooDeeply,
        TooManyNodes,
        TextTooLong,
        AnchorNotAllowed,
        AliasNotAllowed,
        MergeKeyNotAllowed,
        TagNotAllowed,
        SeveralDocuments,
        DuplicateKey,
        KeyNotAWord,
        KeyOfDigits,
        KeyWithBracket,
        SplitByComma,
        CommentCutsValue,
        NumberWithCommas,
        SignReadAsBlock,
        RangeReadAsList,
        RangeBreaksYaml,
        ComparisonBreaksYaml,
        ColonBreaksYaml,
        TabIndents,
        QuoteNotClosed,
        TextAfterQuote,
        BracketsDoNotMatch,
        LineDoesNotFit,
        ColonMissing,
        CharacterCannotStart,
        EscapeNotKnown,
        ValueBreaksYaml,
        NotReadable,
    ];
}
