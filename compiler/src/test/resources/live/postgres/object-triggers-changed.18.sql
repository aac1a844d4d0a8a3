-- The same names otherwise.
do $$ begin create role live_one; exception when duplicate_object then null; end $$;
create schema x;
create table src (id bigint primary key, a varchar(100) not null, b bigint, c timestamp default now());
create table x.src (id int primary key, a text);
create table log (n bigserial, what text, at timestamptz, primary key (n));
insert into src (id, a, b) select i, 'a' || i, i from generate_series(1, 10) i;
create function lg() returns trigger language plpgsql as $$ begin return old; end $$;
create function x.lg() returns trigger language plpgsql security definer set search_path to '' as
  'begin return new; end';
create function touch(a int default 1) returns int language sql as 'select a';
create trigger a_ins after insert or delete on src for each row when (pg_trigger_depth() < 1) execute
  function x.lg('x');
create trigger "B tr" before update of b on src for each row when (new.b > 3) execute function lg();
create trigger c_tr after insert on src referencing new table as fresh for each statement execute function
  x.lg();
create constraint trigger d_con after insert or update on src not deferrable for each row when (new.b <> 3)
  execute function x.lg();
create trigger f_tr before truncate on x.src for each statement execute function lg('u');
alter table src enable replica trigger "B tr", disable trigger c_tr;
create trigger upd before update on x.src for each row execute function suppress_redundant_updates_trigger();
create view fvw as select 1 as a;
create trigger ts instead of insert on fvw for each row execute function lg();
create rule keep as on update to x.src where old.a <> new.a do also insert into log (what) values (new.a);
create function evt2() returns event_trigger language plpgsql as 'begin null; end';
create event trigger e1 on sql_drop execute function evt2();
create event trigger e3 on ddl_command_start when tag in ('DROP TABLE') execute function evt2();
alter event trigger e3 enable always;
comment on event trigger e3 is 'e three';
create function evt() returns int language sql as 'select 1';
create text search template tpl (lexize = dsimple_lexize, init = dsimple_init);
create text search dictionary x.dict (template = simple, accept = false);
create text search dictionary syn (template = synonym, synonyms = synonym_sample, casesensitive = 1);
create text search configuration x.conf (copy = simple);
alter text search configuration x.conf alter mapping for asciiword with syn, x.dict;
alter text search configuration x.conf drop mapping for email;
create index src_fts on src using gist (to_tsvector('x.conf'::regconfig,
  a || 'x') tsvector_ops (siglen = 100));
create table fk (id int);
create publication p1 for table src (id, b) where (id < 100 and a <> '');
create publication p2 for all tables;
