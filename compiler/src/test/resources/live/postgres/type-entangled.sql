-- Domains and composite types that lean on each other, in columns, checks, generated columns and functions.
create domain tags as text[] default '{a}' constraint few check (cardinality(value) <= 4) constraint nonul
  check (array_position(value, null) is null);
create type addr as (street text, zip varchar(10), geo numeric(8,3)[]);
create type person as (name text, home addr, others addr[]);
create domain good_addr as addr check ((value).zip ~ '^[0-9]+$');
create domain dperson as person not null constraint named check ((value).name <> '') default row('x',
  row('s','1',null)::addr, null)::person;
create domain small as numeric(6,2) check (value between 0 and 100);
create domain smaller as small check (value < 50);
create domain tsd as timestamptz(3) default now();
create function addr_zip(a addr) returns text language sql immutable return (a).zip;
create function addr_ok(a good_addr) returns boolean language plpgsql immutable as
  $$ declare b addr := a; begin return b.street is not null; end $$;
create function sum_small(variadic s small[]) returns small language sql immutable as
  $$ select sum(x)::public.small from unnest(s) x $$;
create function people(n int) returns setof person language sql stable as
  $$ select row('p' || i, null, null)::public.person from generate_series(1, n) i $$;
create function tagged(t tags default '{q}', out n int,
  out f text) language sql immutable as $$ select cardinality(t), t[1] $$;
create table t (id int primary key, tg tags, a good_addr, p dperson, s smaller not null default 3,
  ss small[], at tsd,
  zip text generated always as (addr_zip(a)) stored, n int generated always as (cardinality(tg)) stored,
  constraint street check ((a).street is not null or (p).name = 'x'), check (addr_ok(a)));
create index t_zip on t (addr_zip(a), ((p).name));
create index t_gin on t using gin (tg);
create unique index t_comp on t (((a).geo), (sum_small(s, 1)));
create view v as select id, (p).home.street as hs, (a).zip as z, tg[1:2] as tt, (p).others[1].zip as oz,
  s * 2 as dbl from t where cardinality(tg) > 0;
create view pv as select * from people(3) with ordinality as x(name, home, others, i);
create table holder (r t, v v, ps person[], primary key (r));
insert into holder (ps) select null where false;
comment on domain tags is 'tags';
comment on constraint few on domain tags is 'few!';
comment on column addr.zip is 'zip';
comment on type person is 'pers';
insert into t (id, tg, s) select i, array['t' || i, 'x'], i from generate_series(1, 20) i where false;
