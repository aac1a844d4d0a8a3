/**
 * The schemac language, one entry rule per kind of line. The file is first cut into lines by the
 * layout rule (package dev.schemac.syntax); a line's `{ … }` arrives as one BLOCK token whose own
 * lines are parsed in turn. So one bad line costs one diagnostic, whatever is in it.
 */
parser grammar SchemaParser;

options { tokenVocab = SchemaLexer; }

// ---- entry rules ----

declarationLine: EXTERNAL? declaration EOF;
memberLine: member EOF;
enumLine: enumItem EOF;
partitionLine: partition EOF;
viewLine: (member | viewColumn) EOF;

// ---- declarations ----

declaration
  : namespaceDecl
  | enumDecl
  | typeDecl
  | domainDecl
  | mixinDecl
  | tableDecl
  | sequenceDecl
  | extensionDecl
  | roleDecl
  | routineDecl
  | triggerDecl
  | viewDecl
  | policyDecl
  | grantDecl
  | nativeDecl
  | retireDecl
  ;

namespaceDecl: NAMESPACE (ident was? attribute* | attribute+);
enumDecl: ENUM qualified qualifiedWas? (AS (TABLE | simpleType))? attribute* BLOCK;
typeDecl: TYPE qualified attribute* (EQ typeUse clauseOrAttribute*)?;
domainDecl: DOMAIN qualified qualifiedWas? EQ typeUse clauseOrAttribute*;
mixinDecl: MIXIN ident mixins? BLOCK;
tableDecl: TABLE qualified qualifiedWas? mixins? attribute* BLOCK;
mixins: WITH ident (COMMA ident)*;
sequenceDecl: SEQUENCE qualified qualifiedWas? (sequenceOption | attribute)*;
extensionDecl: EXTENSION ident attribute*;
roleDecl: ROLE ident attribute*;

routineDecl
  : (FUNCTION | PROCEDURE) qualified LP parameters RP (routineWord | attribute)* bodies?
  ;
parameters: (parameter (COMMA parameter)*)?;
parameter: (~(LP | RP | COMMA | BLOCK | RAW) | group)+;
routineWord: ~(EQ | RAW | AT_WORD | BLOCK | LP | RP) | EQ | group;

triggerDecl: CONSTRAINT? TRIGGER ident was? (routineWord | attribute)* bodies?;
policyDecl: POLICY ident was? ON qualified (routineWord | attribute)*;
grantDecl: (GRANT | REVOKE) routineWord+;

viewDecl
  : MATERIALIZED? VIEW qualified qualifiedWas? (LP ident (COMMA ident)* RP)? attribute* bodies? BLOCK?
  ;

bodies: EQ RAW | dialectBody+;
dialectBody
  : AT_WORD (bodyWord (routineWord | attribute)*)? RAW
  | attribute RAW
  ;
bodyWord: ~(EQ | RAW | AT_WORD | BLOCK | LP | RP);

nativeDecl: NATIVE nativeWord+ attribute* AT_WORD RAW (DROP RAW)?;
nativeWord: ~(RAW | AT_WORD | BLOCK | LP | RP) | group;

retireDecl: RETIRE retireWord+ (WHEN EMPTY)?;
retireWord: ~(WHEN | RAW | AT_WORD | BLOCK | LP | RP) | group;

// ---- enum values, partitions, output columns of views ----

enumItem
  : RETIRE label (ARROW label)?   # retireValue
  | REMAP label ARROW label       # remapValue
  | label (WAS label)?            # enumValue
  ;
label: ident | STRING;

partition
  : qualified qualifiedWas? boundWord* attribute* partitionBy? (SUBPARTITIONS BLOCK)? attribute* BLOCK?
  ;
boundWord: ~(AT_WORD | PARTITION | SUBPARTITIONS | BLOCK | RAW | LP | RP) | group;
partitionBy
  : PARTITION BY strategyWord+ LP (expr (COMMA expr)*)? RP (PARTITIONS NUMBER)? subpartitionBy?
    EXTERNAL? BLOCK?
  ;
subpartitionBy
  : SUBPARTITION BY strategyWord+ LP (expr (COMMA expr)*)? RP (SUBPARTITIONS NUMBER)?
  ;
strategyWord: ident | NUMBER;
viewColumn: ident;

// ---- members ----

member
  : keyDecl
  | foreignKeyDecl
  | checkDecl
  | notNullDecl
  | retireMember
  | partitionBy
  | dialectBlock
  | attribute
  | column
  ;

keyDecl
  : keyKind constraintName? was? LP operand (COMMA operand)* RP clauseOrAttribute*
  ;
keyKind: PRIMARY KEY | UNIQUE INDEX | UNIQUE | INDEX | EXCLUDE;
operand
  : operandExpr (COLLATE ident)? operatorClass? (ASC | DESC)? (NULLS (FIRST | LAST))?
    (WITHOUT OVERLAPS)? (WITH operator)?
  ;
operandExpr: condition | name LP callArguments RP | name;
operatorClass: plainName (DOT plainName)? (LP anyToken* RP)?;
operator: OPERATOR | COMPARE | EQ | PIPE | ARROW | TILDE | STAR | PLUS | MINUS | SLASH | PERCENT | CARET;

foreignKeyDecl
  : FOREIGN KEY constraintName? was? LP periodColumn (COMMA periodColumn)* RP ARROW qualified
    (LP periodColumn (COMMA periodColumn)* RP)? clauseOrAttribute*
  ;
periodColumn: PERIOD ident | ident;

checkDecl: CHECK constraintName? was? condition clauseOrAttribute*;
condition: LP (subquery | expr) RP;
notNullDecl: NOT NULL constraintName? LP ident RP clauseOrAttribute*;

retireMember
  : RETIRE memberKind LP expr (COMMA expr)* RP
  | RETIRE memberKind ident (WHEN NULL)?
  | RETIRE PRIMARY KEY
  | RETIRE ident (WHEN NULL)?
  ;
memberKind
  : COLUMN | PRIMARY KEY | UNIQUE INDEX | UNIQUE | INDEX | CHECK | FOREIGN KEY | EXCLUDE | NOT NULL
  ;

dialectBlock: AT_WORD BLOCK;

column: columnName was? typeUse QUESTION? clauseOrAttribute*;

// ---- clauses ----

clauseOrAttribute: clause | attribute;

clause
  : PRIMARY KEY (AS ident)?                                  # primaryKeyClause
  | UNIQUE (AS ident)?                                       # uniqueClause
  | NOT NULL (AS ident)?                                     # notNullClause
  | DEFAULT defaultValue                                     # defaultClause
  | CHECK (AS ident | constraintName)? condition             # checkClause
  | ON UPDATE action                                         # onUpdateActionClause
  | ON UPDATE defaultValue                                   # onUpdateSetClause
  | ON DELETE action (LP ident (COMMA ident)* RP)?           # onDeleteClause
  | GENERATED condition  (STORED | VIRTUAL)?                 # generatedClause
  | IDENTITY ALWAYS? (LP sequenceOption* RP)?                # identityClause
  | COLLATE ident                                            # collateClause
  | AS ident                                                 # asClause
  | USING condition                                          # usingClause
  | USING ident                                              # methodClause
  | BACKFILL condition                                       # backfillClause
  | WHEN (FITS | condition)                                 # whenClause
  | INCLUDE LP ident (COMMA ident)* RP                       # includeClause
  | WHERE condition                                          # whereClause
  | NULLS NOT DISTINCT                                       # nullsNotDistinctClause
  | DEFERRABLE (INITIALLY (DEFERRED | IMMEDIATE))?           # deferrableClause
  | NOT VALID                                                # notValidClause
  | NOT ENFORCED                                             # notEnforcedClause
  | NO INHERIT                                               # noInheritClause
  | MATCH FULL                                               # matchFullClause
  ;
action: CASCADE | RESTRICT | SET NULL | SET DEFAULT | NO ACTION;
defaultValue: (MINUS | PLUS)? primary (DOUBLE_COLON simpleType)*;

sequenceOption
  : AS simpleType
  | SEQUENCE qualified
  | OWNED BY ident DOT ident (DOT ident)?
  | NO? CYCLE
  | ident (MINUS | PLUS)? NUMBER
  ;

attribute: AT_WORD LP (option (COMMA option)*)? RP;
option: ident (DOT ident)* (EQ optionValue)?;
optionValue: STRING | (MINUS | PLUS)? NUMBER | ident (DOT ident)*;

// ---- types ----

typeUse: simpleType (PIPE simpleType)*;
simpleType: baseType (LB NUMBER? RB)*;
baseType
  : REF qualified (LP ident RP)?                                            # refType
  | typeName (LP typeArgument (COMMA typeArgument)* RP)? typeSuffix* ARRAY?  # plainType
  ;
typeName
  : DOUBLE PRECISION
  | (CHARACTER | BIT) VARYING
  | typeWord (DOT ident)?
  ;
typeSuffix: UNSIGNED | SIGNED | ZEROFILL | (WITH | WITHOUT) TIME ZONE;
typeArgument: (MINUS | PLUS)? NUMBER | STRING;

// ---- expressions; precedence as in PostgreSQL ----

expr
  : isTest                  # testExpr
  | NOT expr                # notExpr
  | expr AND expr           # andExpr
  | expr (OR | XOR) expr    # orExpr
  ;
isTest: comparison isTail*;
isTail
  : IS NOT? (NULL | TRUE | FALSE | UNKNOWN)
  | IS NOT? DISTINCT FROM comparison
  | IS NOT? plainName+
  ;
comparison: matching (compareOperator matching)*;
compareOperator: EQ | COMPARE;
matching: term matchTail*;
matchTail
  : NOT? IN LP (subquery | expr (COMMA expr)*) RP               # inTail
  | NOT? BETWEEN term AND term                                  # betweenTail
  | NOT? likeOperator term (ESCAPE term)?                       # likeTail
  | MEMBER OF group                                             # memberTail
  ;
likeOperator: LIKE | ILIKE | SIMILAR TO | REGEXP | RLIKE;

term
  : primary                                     # primaryTerm
  | term DOUBLE_COLON simpleType                # castTerm
  | term LB expr? (COLON expr?)? RB             # subscriptTerm
  | term DOT (ident | STAR)                     # fieldTerm
  | (PLUS | MINUS) term                         # signTerm
  | term COLLATE ident                          # collateTerm
  | term AT TIME ZONE term                      # zoneTerm
  | term CARET term                             # binaryTerm
  | term (STAR | SLASH | PERCENT | DIV | MOD) term  # binaryTerm
  | term (PLUS | MINUS) term                    # binaryTerm
  | prefixOperator term                         # prefixTerm
  | term infixOperator term                     # binaryTerm
  ;
prefixOperator: TILDE | BANG | OPERATOR;
infixOperator: OPERATOR | PIPE | ARROW | QUESTION | TILDE;

primary
  : NUMBER                                                   # numberPrimary
  | STRING                                                   # stringPrimary
  | (TRUE | FALSE)                                           # boolPrimary
  | NULL                                                     # nullPrimary
  | LP (subquery | expr (COMMA expr)*) RP                    # parensPrimary
  | CASE expr? caseWhen+ (ELSE expr)? END                    # casePrimary
  | CAST LP expr AS simpleType RP                            # castPrimary
  | ARRAY LB (expr (COMMA expr)*)? RB                        # arrayPrimary
  | ARRAY LP subquery RP                                     # arrayQueryPrimary
  | INTERVAL NUMBER ident                                    # intervalPrimary
  | name STRING                                              # typedPrimary
  | name LP callArguments RP callSuffix*                     # callPrimary
  | RAW                                                      # rawPrimary
  | name (DOT STAR)?                                         # namePrimary
  ;
caseWhen: WHEN expr THEN expr;

callArguments
  : subquery
  | DISTINCT? argument (COMMA argument)* argumentTail?
  |
  ;
argument: STAR | expr;
/** `from x for 2`, `order by a separator ', '`, `returning int`: the call is kept as text. */
argumentTail: (FROM | USING | AS | IN | ON | WITH | WITHOUT | DEFAULT | NULL | SET | IDENT | STRING) anyToken*;
callSuffix
  : FILTER group
  | OVER (group | ident)
  | WITHIN IDENT group
  | AGAINST group
  ;

subquery: (SELECT | WITH) anyToken*;
group: LP anyToken* RP;
anyToken: ~(LP | RP | BLOCK) | group;

// ---- names ----

qualified: ident (DOT ident)?;
qualifiedWas: WAS qualified;
was: WAS ident;
name: exprWord (DOT ident)*;

/** A constraint's name: no word of the language, no built-in type, unless in backticks. */
constraintName: plainName | softWord;
plainName: IDENT | QUOTED;

ident
  : plainName | builtinType | softWord | clauseWord | KEY | RETIRE | REMAP | expressionWord
  ;
/** A column's name; `retire` and `remap` at the start of a member are words. */
columnName: plainName | builtinType | softWord | clauseWord | KEY | expressionWord;
/** The first word of a type: no word that begins a clause. */
typeWord: plainName | builtinType | softWord | SET | ENUM | TYPE | UNSIGNED | SIGNED;
exprWord
  : plainName | builtinType | softWord | clauseWord | KEY | RETIRE | REMAP
  ;

builtinType: TYPE_WORD | TIME | TIMESTAMP | DOUBLE | CHARACTER | BIT | INTERVAL;

/** Words that are never taken for the start of a clause or a member. */
softWord
  : SIMILAR | REGEXP | RLIKE | ESCAPE | AT | ZONE | DIV | MOD | MEMBER | OF | UNKNOWN | FILTER
  | OVER | WITHIN | AGAINST | ROW | TO | NAMESPACE | DOMAIN | MIXIN | SEQUENCE | EXTENSION
  | FUNCTION | PROCEDURE | TRIGGER | CONSTRAINT | VIEW | MATERIALIZED | POLICY | GRANT | REVOKE
  | NATIVE | ROLE | DROP | COLUMN | UPDATE | DELETE | CASCADE | RESTRICT | ACTION | STORED | VIRTUAL
  | ALWAYS | FITS | EMPTY | VALID | ENFORCED | INHERIT | FULL | FIRST | LAST | OVERLAPS | PERIOD
  | PARTITIONS | SUBPARTITION | SUBPARTITIONS | BY | OWNED | CYCLE | PRECISION | VARYING | INITIALLY | DEFERRED | IMMEDIATE
  | ASC | DESC
  ;

clauseWord
  : TABLE | ENUM | TYPE | EXTERNAL | WAS | AS | PRIMARY | UNIQUE | INDEX | EXCLUDE | FOREIGN | CHECK
  | DEFAULT | ON | SET | NO | GENERATED | IDENTITY | USING | BACKFILL | INCLUDE | WHERE
  | NULLS | DISTINCT | DEFERRABLE | MATCH | REF | WITHOUT | PARTITION | UNSIGNED | SIGNED | ZEROFILL
  ;

/** Reserved inside expressions, free elsewhere. */
expressionWord
  : AND | OR | XOR | NOT | IN | IS | LIKE | ILIKE | BETWEEN | CASE | WHEN | THEN | ELSE | END | NULL
  | TRUE | FALSE | COLLATE | CAST | ARRAY | SELECT | WITH | FROM
  ;
