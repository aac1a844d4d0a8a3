-- Other labels, texts for enums and enums for texts.
create type st as enum ('open', 'new', 'later', 'done');
create type pri as enum ('lo', 'mid', 'hi');
create domain dst as text check (value in ('new', 'open'));
create type pair as (s st, p pri, t text);
create type ers as range (subtype = st);
create function is_open(s st) returns boolean language sql immutable as $$ select s = 'open' $$;
create function nxt(s text) returns st language plpgsql immutable as $$ begin return 'open'; end $$;
create function lbl(s st, t text default 'x') returns varchar language sql immutable return case s when
  'later'::st then 'L' else t end;
create table task (id int, s text not null default 'new', ss pri[] default array['lo']::pri[],
  d dst default 'open', p pri default 'mid', pr pair, r ers, n st generated always as (nxt('q')) stored,
  primary key (id), check (p < 'hi'), constraint c2 check (s <> all (array['gone']))) partition by range (id);
create table task_new partition of task for values from (1) to (100);
create table task_d partition of task default;
create index on task (p, s) where p = 'mid';
create index t_i on task_new ((nxt(s)));
create table log (old st, new pri, at timestamp default now(), unique (new));
create table lk (s text primary key, lab text default lbl('later'));
create table fkt (s text references lk, ss st[] not null default '{later}');
create view open_tasks as select id, s, lbl('new') as l from task where p < 'hi';
create view mv as select s, max(p) as m from task group by s;
create function tf() returns trigger language plpgsql as 'begin return new; end';
create trigger tr after update on task for each row when (old.p = 'mid') execute function tf();
create policy pol on lk using (lab = 'x');
create rule ru as on delete to log where old.new = 'mid' do instead nothing;
create cast (pri as st) with inout;
