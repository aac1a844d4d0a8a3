-- All of them otherwise at once.
create domain tags as varchar(20)[] constraint few check (cardinality(value) <= 9);
create type addr as (street varchar(100), geo numeric(8,3)[], zip varchar(10), country char(2));
create type person as (name text, age int, home addr);
create domain good_addr as addr not null check ((value).zip <> '');
create domain dperson as person constraint named check ((value).name is not null);
create domain small as numeric(8,3) check (value between 0 and 1000);
create domain smaller as numeric(4,1) check (value < 99);
create domain tsd as timestamp;
create function addr_zip(a good_addr) returns varchar language sql immutable as $$ select (a).zip || 'x' $$;
create function addr_ok(a addr) returns boolean language sql immutable begin atomic select (a).country is
  distinct from 'xx'; end;
create function sum_small(a small, b smaller) returns numeric language sql immutable as $$ select a + b $$;
create function people(n int) returns table (name text,
  home addr) language sql stable as $$ select 'p' || i, null::public.addr from generate_series(1, n) i $$;
create procedure tagged(t tags default '{q,r}',
  inout n int default 4) language plpgsql as $$ begin n := 1; end $$;
create table t (id bigint primary key, tg tags not null default '{}', a addr, p dperson, s small,
  ss smaller[], at timestamptz default now(),
  zip text generated always as ((a).zip || '!') stored,
  n int generated always as (cardinality(tg) + 1) stored,
  constraint street check ((a).street is not null), constraint aok check (addr_ok(a)));
create index t_zip on t ((addr_zip(a)), s) where addr_ok(a);
create index t_gin on t using gin (tg array_ops) with (fastupdate = off);
create index t_comp on t (((p).age)) include (s);
create view v as select id, (p).age as hs, (a).zip as z, tg[1] as tt, s / 2 as dbl from t;
create materialized view pv as select p.name, p.home, i from people(3) with ordinality as p(name, home, i);
create table holder (r t[], v v, ps dperson[], q pv);
comment on domain tags is 'tags2';
comment on column addr.country is 'c';
comment on type addr is 'adr';
comment on column person.age is 'age';
