/**
 * Tokens of the schemac language. Words are case-insensitive and never reserved here: the parser's
 * `ident` takes them all. The layout rule (what continues a line) is applied to the tokens
 * afterwards, so the lexer keeps no state; comments stay in the token list on the hidden channel.
 */
lexer grammar SchemaLexer;

options { caseInsensitive = true; }

// BLOCK stands for a whole `{ … }` once the layout rule has cut the file into lines.
// OPEN_RAW is a raw block that never ends.
tokens { BLOCK, OPEN_RAW }

@members {
  /** Takes a raw block up to a run of at least as many quotes as opened it. */
  private void closeFence() {
    int fence = _input.index() - _tokenStartCharIndex;
    int run = 0;
    while (_input.LA(1) != IntStream.EOF) {
      run = _input.LA(1) == '"' ? run + 1 : 0;
      getInterpreter().consume(_input);
      if (run >= fence && _input.LA(1) != '"') {
        return;
      }
    }
    setType(OPEN_RAW);
  }
}

// expression words, reserved inside expressions
AND: 'and'; OR: 'or'; XOR: 'xor'; NOT: 'not'; IN: 'in'; IS: 'is'; LIKE: 'like'; ILIKE: 'ilike';
BETWEEN: 'between'; CASE: 'case'; WHEN: 'when'; THEN: 'then'; ELSE: 'else'; END: 'end';
NULL: 'null'; TRUE: 'true'; FALSE: 'false'; COLLATE: 'collate'; CAST: 'cast'; ARRAY: 'array';
SELECT: 'select'; WITH: 'with'; FROM: 'from';
// expression words that are names elsewhere in an expression
SIMILAR: 'similar'; REGEXP: 'regexp'; RLIKE: 'rlike'; ESCAPE: 'escape'; AT: 'at'; ZONE: 'zone';
DIV: 'div'; MOD: 'mod'; MEMBER: 'member'; OF: 'of'; UNKNOWN: 'unknown'; INTERVAL: 'interval';
FILTER: 'filter'; OVER: 'over'; WITHIN: 'within'; AGAINST: 'against'; ROW: 'row'; TO: 'to';
// declarations
NAMESPACE: 'namespace'; ENUM: 'enum'; TYPE: 'type'; DOMAIN: 'domain'; MIXIN: 'mixin';
TABLE: 'table'; SEQUENCE: 'sequence'; EXTENSION: 'extension'; FUNCTION: 'function';
PROCEDURE: 'procedure'; TRIGGER: 'trigger'; CONSTRAINT: 'constraint'; VIEW: 'view';
MATERIALIZED: 'materialized'; POLICY: 'policy'; GRANT: 'grant'; REVOKE: 'revoke';
NATIVE: 'native'; RETIRE: 'retire'; REMAP: 'remap'; EXTERNAL: 'external'; ROLE: 'role';
DROP: 'drop'; WAS: 'was'; AS: 'as';
// members and clauses
PRIMARY: 'primary'; KEY: 'key'; UNIQUE: 'unique'; INDEX: 'index'; EXCLUDE: 'exclude';
FOREIGN: 'foreign'; CHECK: 'check'; COLUMN: 'column'; DEFAULT: 'default'; ON: 'on'; UPDATE: 'update';
DELETE: 'delete'; SET: 'set'; CASCADE: 'cascade'; RESTRICT: 'restrict'; NO: 'no';
ACTION: 'action'; GENERATED: 'generated'; STORED: 'stored'; VIRTUAL: 'virtual';
IDENTITY: 'identity'; ALWAYS: 'always'; USING: 'using'; BACKFILL: 'backfill'; FITS: 'fits';
EMPTY: 'empty'; INCLUDE: 'include'; WHERE: 'where'; NULLS: 'nulls'; DISTINCT: 'distinct';
DEFERRABLE: 'deferrable'; INITIALLY: 'initially'; DEFERRED: 'deferred'; IMMEDIATE: 'immediate';
VALID: 'valid'; ENFORCED: 'enforced'; INHERIT: 'inherit'; MATCH: 'match'; FULL: 'full';
REF: 'ref'; ASC: 'asc'; DESC: 'desc'; FIRST: 'first'; LAST: 'last'; WITHOUT: 'without';
OVERLAPS: 'overlaps'; PERIOD: 'period'; PARTITION: 'partition'; PARTITIONS: 'partitions';
SUBPARTITION: 'subpartition'; SUBPARTITIONS: 'subpartitions';
BY: 'by'; OWNED: 'owned'; CYCLE: 'cycle'; UNSIGNED: 'unsigned'; SIGNED: 'signed';
ZEROFILL: 'zerofill'; PRECISION: 'precision'; VARYING: 'varying';
// types that the grammar itself must tell apart
TIME: 'time'; TIMESTAMP: 'timestamp'; DOUBLE: 'double'; CHARACTER: 'character'; BIT: 'bit';

/** Built-in types that take arguments: no bare name of a constraint. */
TYPE_WORD
  : 'smallint' | 'int' | 'integer' | 'bigint' | 'tinyint' | 'mediumint' | 'int2' | 'int4' | 'int8'
  | 'decimal' | 'numeric' | 'dec' | 'real' | 'float' | 'float4' | 'float8' | 'money'
  | 'smallserial' | 'serial' | 'bigserial' | 'bool' | 'boolean'
  | 'char' | 'varchar' | 'bpchar' | 'nchar' | 'nvarchar' | 'text' | 'tinytext' | 'mediumtext'
  | 'longtext' | 'citext' | 'bytes' | 'bytea' | 'binary' | 'varbinary' | 'blob' | 'tinyblob'
  | 'mediumblob' | 'longblob' | 'varbit' | 'date' | 'timetz' | 'timestamptz' | 'datetime' | 'year'
  | 'uuid' | 'json' | 'jsonb' | 'xml' | 'inet' | 'cidr' | 'macaddr' | 'macaddr8'
  | 'tsvector' | 'tsquery' | 'hstore' | 'ltree' | 'vector' | 'halfvec' | 'sparsevec'
  | 'geometry' | 'geography' | 'int4range' | 'int8range' | 'numrange' | 'tsrange' | 'tstzrange'
  | 'daterange'
  ;

IDENT: [a-z_] [a-z0-9_]*;
QUOTED: '`' (~[`\r\n] | '``')+ '`';
BAD_QUOTED: '`' (~[`\r\n] | '``')*;
/** `@postgres`, `@mysql`. */
AT_WORD: '@' [a-z_] [a-z0-9_]*;

NUMBER: [0-9]+ ('.' [0-9]+)? EXPONENT? | '.' [0-9]+ EXPONENT?;
fragment EXPONENT: 'e' [+-]? [0-9]+;
STRING: '\'' (~['\r\n] | '\'\'')* '\'';
BAD_STRING: '\'' (~['\r\n] | '\'\'')*;
RAW: '"""' '"'* { closeFence(); };
/** SQL's quoted name, refused with the way out. */
DOUBLE_QUOTED: '"' ~["\r\n]* '"';
BAD_DOUBLE_QUOTED: '"' ~["\r\n]*;

LP: '('; RP: ')'; LB: '['; RB: ']'; LBRACE: '{'; RBRACE: '}'; COMMA: ','; SEMI: ';'; DOT: '.';
QUESTION: '?'; PIPE: '|'; ARROW: '->'; EQ: '='; DOUBLE_COLON: '::'; COLON: ':';
PLUS: '+'; MINUS: '-'; STAR: '*'; SLASH: '/'; PERCENT: '%'; CARET: '^'; TILDE: '~'; BANG: '!';
COMPARE: '<>' | '!=' | '<=' | '>=' | '<' | '>';
/** Every other operator of PostgreSQL's and MySQL's catalogues and of pgvector and pg_trgm. */
OPERATOR
  : '||' | '|/' | '||/' | '&' | '&&' | '#' | '##' | '<<' | '>>' | '<<=' | '>>=' | '->>' | '#>'
  | '#>>' | '#-' | '@>' | '<@' | '?|' | '?&' | '@?' | '@@' | '@@@' | '~*' | '!~' | '!~*' | '~~'
  | '~~*' | '!~~' | '!~~*' | '~=' | '-|-' | '&<' | '&>' | '<<|' | '|>>' | '&<|' | '|&>' | '<->'
  | '<#>' | '<=>' | '<+>' | '<%' | '%>' | '<<%' | '%>>' | '<<->' | '<->>' | '^@' | '=>' | ':='
  | '!!' | '@'
  ;

/** `///` documents; four slashes are a plain comment again. */
DOC: '///' (~[/\r\n] ~[\r\n]*)? -> channel(HIDDEN);
LINE_COMMENT: '//' ~[\r\n]* -> channel(HIDDEN);
BLOCK_COMMENT: '/*' .*? '*/' -> channel(HIDDEN);
OPEN_COMMENT: '/*' (~[*] | '*' ~[/])* '*'? EOF -> channel(HIDDEN);
SQL_COMMENT: '--' ~[\r\n]* -> channel(HIDDEN);
BLANK: [ \t\r\n\f]+ -> skip;
/** Blanks that look right and are not: no-break space and its relatives. */
STRANGE_BLANK: [\u00A0\u2000-\u200B\u202F\u205F\u3000\uFEFF]+ -> channel(HIDDEN);
/** A bare name with letters beyond ASCII. */
BAD_WORD: WORD_PART+;
fragment WORD_PART: [a-z0-9_] | [\u00C0-\u024F\u0370-\u1FFF\u3040-\uD7FF\uF900-\uFAFF];
ERROR_CHARACTERS: ~[ \t\r\n\fa-z0-9_`@'"()[\]{},;.?|\-=:+*/%^~!<>&#]+ -> channel(HIDDEN);
ERROR_CHARACTER: . -> channel(HIDDEN);
