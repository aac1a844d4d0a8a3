package dev.schemac.diagnostic;

/**
 * The permanent codes. Each has one page under {@code docs/diagnostics} with an example that a test
 * compiles, and one golden case. {@code SC1xxx} syntax · {@code SC2xxx} names, types, references,
 * portability · {@code SC3xxx} evolution · {@code SC4xxx} lint of a schema · {@code SC5xxx} lint of
 * migrations · {@code SC6xxx} server and project.
 */
public enum Code {
  SC1001(Severity.ERROR, "syntax error"),
  SC1002(Severity.ERROR, "unterminated string, comment or raw block"),
  SC1003(Severity.ERROR, "invalid character or encoding"),
  SC1004(Severity.ERROR, "nested too deeply"),
  SC1005(Severity.ERROR, "tabs and blanks mixed in indentation"),
  SC2001(Severity.ERROR, "unknown name"),
  SC2002(Severity.ERROR, "declared twice"),
  SC2003(Severity.ERROR, "unknown type"),
  SC2004(Severity.ERROR, "foreign key compares types that cannot be related"),
  SC2005(Severity.ERROR, "default cannot be assigned to its column"),
  SC2006(Severity.ERROR, "cycle"),
  SC2007(Severity.ERROR, "clause does not belong here"),
  SC2008(Severity.ERROR, "reference to columns that are not unique"),
  SC2009(Severity.ERROR, "type mismatch in an expression"),
  SC2010(Severity.ERROR, "not available on the target"),
  SC2011(Severity.WARNING, "behaves differently on the target"),
  SC2012(Severity.ERROR, "unknown option"),
  SC2013(Severity.ERROR, "identifier too long for the target"),
  SC2014(Severity.WARNING, "foreign key compares different types"),
  SC2015(Severity.NOTE, "expression kept as text"),
  SC2016(Severity.ERROR, "expression cannot be translated to the target"),
  SC2017(Severity.WARNING, "unique under a case-insensitive collation"),
  SC2018(Severity.WARNING, "timestamp ends in 2038"),
  SC2019(Severity.ERROR, "not an enum value"),
  SC2090(Severity.ERROR, "not supported yet"),
  SC3001(Severity.ERROR, "table disappears without a word"),
  SC3002(Severity.ERROR, "column disappears without a word"),
  SC3003(Severity.ERROR, "enum value disappears without a word"),
  SC3004(Severity.ERROR, "object disappears without a word"),
  SC3005(Severity.ERROR, "new column would leave existing rows without a value"),
  SC3006(Severity.ERROR, "type change can lose data"),
  SC3007(Severity.ERROR, "column stops being nullable without a word"),
  SC3008(Severity.ERROR, "type change needs using"),
  SC3009(Severity.NOTE, "evolution word is spent"),
  SC3010(Severity.ERROR, "evolution words contradict each other"),
  SC5001(Severity.ERROR, "change has no safe way on the target"),
  SC5002(Severity.WARNING, "step blocks"),
  SC5003(Severity.ERROR, "step is larger than the policy allows"),
  SC6001(Severity.ERROR, "file cannot be read"),
  SC6002(Severity.ERROR, "schemac.toml is wrong"),
  SC6003(Severity.ERROR, "migration folder is damaged"),
  SC6004(Severity.ERROR, "git cannot answer"),
  SC6005(Severity.ERROR, "source cannot be used"),
  SC6010(Severity.ERROR, "server cannot be reached"),
  SC6011(Severity.ERROR, "server refuses the session"),
  SC6012(Severity.ERROR, "server refuses a statement"),
  SC6013(Severity.ERROR, "target contradicts the server"),
  SC6014(Severity.ERROR, "object of the database could not be read"),
  SC6015(Severity.WARNING, "object of the database has no form in a schema"),
  SC6016(Severity.NOTE, "objects of the database are left out"),
  SC6017(Severity.ERROR, "object of the database does not read back as it is"),
  SC6020(Severity.ERROR, "there is no shadow database"),
  SC6021(Severity.ERROR, "shadow database is not empty"),
  SC6022(Severity.ERROR, "SQL cannot be run on a shadow database"),
  SC6023(Severity.ERROR, "migration folder cannot be replayed"),
  SC6024(Severity.NOTE, "texts were compared as written"),
  SC6025(Severity.NOTE, "rows are left out"),
  SC6026(Severity.NOTE, "no container was started"),
  SC6030(Severity.NOTE, "parts of the database are not managed");

  private final Severity severity;
  private final String title;

  Code(Severity severity, String title) {
    this.severity = severity;
    this.title = title;
  }

  /** The severity unless policy says otherwise. */
  public Severity severity() {
    return severity;
  }

  /** A short name for lists. */
  public String title() {
    return title;
  }
}
