-- Enums in partition keys, arrays, ranges, casts, policies and generated columns.
create type st as enum ('new', 'open', 'done', 'gone');
create type pri as enum ('lo', 'hi');
create domain dst as st check (value <> 'gone');
create type pair as (s st, p pri);
create type ers as range (subtype = pri);
create function is_open(s st, p pri default 'lo') returns boolean language sql immutable as
  $$ select s in ('new', 'open') or p = 'hi' $$;
create function nxt(s st) returns st language plpgsql immutable as
  $$ begin return case s when 'new' then 'open'::st else 'done' end; end $$;
create function lbl(s st) returns text language sql immutable return case s when 'new'::st then 'N' else
  s::text end;
create table task (id int, s st not null default 'new', ss st[] default array['new', 'open']::st[],
  d dst default 'open', p pri default 'lo', pr pair default row('new', 'hi')::pair, r ers,
  n st generated always as (nxt(s)) stored, primary key (id, s), check (is_open(s) or p < 'hi'),
  constraint c2 check (s <> all (array['gone']::st[]))) partition by list (s);
create table task_new partition of task for values in ('new', 'open');
create table task_done partition of task for values in ('done');
create table task_d partition of task default;
create index on task (p, s) where s = 'new';
create index t_i on task_new ((nxt(s)), lbl(d));
create table log (old st, new st, at timestamptz default now(), unique (old, new));
create table lk (s st primary key, lab text default lbl('new'));
insert into lk values ('new'), ('open');
create table fkt (s st references lk default 'open', ss st[]);
create view open_tasks as select id, s, lbl(s) as l,
  count(*) filter (where p = 'hi') over (partition by s) as c from task where s < 'done' or is_open(s);
create materialized view mv as select s, max(p) as m from task group by s;
create unique index on mv (s);
create function tf() returns trigger language plpgsql as 'begin return new; end';
create trigger tr before update on task for each row when (old.s = 'new' and new.s > 'open') execute
  function tf();
create policy pol on task using (s = 'new' or p = any ('{lo,hi}'));
alter table task enable row level security;
create rule ru as on update to lk where new.s = 'gone' do instead nothing;
create cast (st as pri) with inout as assignment;
