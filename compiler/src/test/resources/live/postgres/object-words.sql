-- Names that are words of SQL, and what stands in the way of columns without naming a table's key.
create schema "select";
create function "select"."table"(int) returns int language sql immutable as $$ select $1 $$;
create function "where"(int) returns int language sql immutable as $$ select $1 $$;
create function f1(a int, b int default 3) returns int language sql as $$ select 1 $$;
create function f1() returns int language sql as $$ select 2 $$;
revoke all on function f1() from public;
create table "order" ("user" int default "where"(3) check ("select"."table"("user") > 0), "group" int
  generated always as ("where"("user")) stored);
create index i1 on "order" ("select"."table"("user")) where "where"("user") > 0;
create function "q""t"(int) returns int language sql immutable as $$ select $1 $$;
create table tab (id int, nm text, n int check ("q""t"(n) <> 7));
create function longest() returns text language sql begin atomic select max(nm) from tab; end;
create rule r as on insert to tab where new.nm = 'x' do also delete from tab where nm = 'y';
create materialized view m as select id from tab;
create index taken on m (id);
create type cx as (r float8, i float8);
create function cx_lt(cx, cx) returns bool language sql immutable as $$ select ($1).r < ($2).r $$;
create function cx_one(cx, cx) returns cx language sql immutable as $$ select $1 $$;
create operator <# (leftarg = cx, rightarg = cx, function = cx_lt);
create operator class cxo for type cx using btree as operator 1 <#;
create aggregate first(cx) (sfunc = cx_one, stype = cx, sortop = <#);
create table seen (id int, h text);
