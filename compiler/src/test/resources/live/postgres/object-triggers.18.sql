-- Triggers whose functions have their names twice, rules, text search, publications.
do $$ begin create role live_one; exception when duplicate_object then null; end $$;
create schema x;
create table src (id int primary key, a text, b int, c timestamptz default now());
create table x.src (id int, a text);
create table log (n serial, what text, at timestamptz);
insert into src (id, a, b) select i, 'a' || i, i from generate_series(1, 10) i;
create function lg() returns trigger language plpgsql as
  $$ begin insert into public.log (what) values (tg_name || coalesce(tg_argv[0], '')); return coalesce(new, old); end $$;
create function x.lg() returns trigger language plpgsql as 'begin return null; end';
create function touch() returns trigger language plpgsql security definer as
  'begin new.c := now(); return new; end';
create trigger a_ins before insert or update of a,
  b on src for each row when (new.a is not null and (new.b > 3 or new.* is distinct from null)) execute
  function lg('x', 'y''z', '1');
create trigger "B tr" after update on src referencing old table as ot new table as nt for each statement
  execute function lg();
create trigger c_tr after delete on src referencing old table as gone for each row execute function x.lg();
create constraint trigger d_con after insert or delete on src deferrable initially deferred for each row
  when (pg_trigger_depth() = 0) execute function lg();
create constraint trigger e_con after update of a on src from log not deferrable for each row execute
  function x.lg();
create trigger f_tr after truncate on src for each statement execute function lg('t');
create trigger zz before update on src for each row when (old.a is distinct from new.a) execute function
  touch();
alter table src enable always trigger "B tr", enable replica trigger c_tr, disable trigger f_tr;
create trigger upd before update on src for each row execute function suppress_redundant_updates_trigger();
create trigger ts before insert or update on x.src for each row execute function lg();
create rule keep as on delete to x.src do instead update src set a = old.a where id = old.id;
alter table x.src enable replica rule keep;
create function evt() returns event_trigger language plpgsql as 'begin null; end';
create event trigger e1 on ddl_command_end when tag in ('CREATE TABLE', 'COMMENT') execute function evt();
create event trigger e2 on table_rewrite execute function evt();
alter event trigger e1 disable;
alter event trigger e2 enable replica;
comment on event trigger e1 is 'e one';
create text search parser prs (start = prsd_start, gettoken = prsd_nexttoken, end = prsd_end,
  lextypes = prsd_lextype, headline = prsd_headline);
create text search template tpl (init = dsimple_init, lexize = dsimple_lexize);
create text search dictionary x.dict (template = tpl, stopwords = english);
create text search dictionary syn (template = ispell, dictfile = ispell_sample, afffile = ispell_sample);
create text search configuration x.conf (parser = prs);
alter text search configuration x.conf add mapping for asciiword, word with x.dict, simple;
create index src_fts on src using gin (to_tsvector('x.conf'::regconfig, a));
create view fts as select id, ts_rank(to_tsvector('x.conf', a), to_tsquery('x.conf', 'q')) as r from src;
create publication p1 for table src (id, a) where (b > 3), table x.src;
create publication p2 for tables in schema x with (publish = 'insert, delete');
alter publication p2 owner to live_one;
comment on publication p1 is 'p1';
