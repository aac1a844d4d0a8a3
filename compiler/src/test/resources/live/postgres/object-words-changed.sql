-- The columns are of other types, and an index's name is a table's.
create schema "select";
create function "select"."table"(bigint) returns int language sql immutable as $$ select 1 $$;
create function "where"(int) returns int language sql immutable as $$ select $1 + 1 $$;
create function f1(a int) returns int language sql as $$ select 1 $$;
create function f1() returns int language sql as $$ select 3 $$;
revoke all on function f1() from public;
grant execute on function f1() to public;
create table "order" ("user" bigint default "where"(4) check ("select"."table"("user") > 0), "group" int
  generated always as ("where"(4)) stored);
create index i1 on "order" ("select"."table"("user")) where "where"("group") > 0;
create function "Q""t"(int) returns int language sql immutable as $$ select $1 $$;
create table tab (id bigint, nm varchar(20), n int check ("Q""t"(n) <> 7));
create function longest() returns text language sql begin atomic select min(nm) from tab; end;
create rule r as on insert to tab where new.nm = 'x' do also delete from tab where nm = 'z';
create view m as select id from tab;
create table taken (id int);
create type cx as (r float8, i float8);
create function cx_lt(cx, cx) returns bool language sql immutable as $$ select ($1).i < ($2).i $$;
create operator <# (leftarg = cx, rightarg = cx, function = cx_lt);
create function first(cx) returns cx language sql as $$ select $1 $$;
create view seen as select 1 as id, text 'x' as h;
comment on column seen.h is 'h';
