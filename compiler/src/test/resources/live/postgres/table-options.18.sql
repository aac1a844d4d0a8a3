-- Storage, statistics and options of tables, columns, indexes and views.
create unlogged table ul (id int primary key, t text compression pglz,
  j jsonb storage main) with (fillfactor = 50, autovacuum_enabled = false, toast.autovacuum_enabled = off);
create table fk (id int primary key, u text);
alter table fk set (parallel_workers = 3, autovacuum_analyze_threshold = 77, log_autovacuum_min_duration = 5);
create table heap2 (id int) using heap with (user_catalog_table);
alter table ul alter t set statistics 5, alter t set (n_distinct = 7), alter id set statistics 0;
create index i1 on ul (t) with (fillfactor = 20);
create index i2 on ul using gin (j jsonb_path_ops) with (fastupdate = off, gin_pending_list_limit = 128);
create index i3 on ul using brin (id) with (autosummarize, pages_per_range = 8);
create index i4 on ul using hash (t) with (fillfactor = 44);
create index i5 on ul using gist (int4range(id, id + 1)) with (buffering = off);
create index i6 on ul using spgist (t) with (fillfactor = 33);
alter table ul cluster on i1;
create unique index i7 on ul (t nulls first, id desc nulls last) where j is not null;
alter table fk alter u set not null;
create unique index fki on fk (u);
alter table fk replica identity using index fki;
create materialized view m with (autovacuum_enabled = off) as select * from ul;
alter materialized view m alter t set statistics 9, alter t set compression pglz;
create index mi on m (t);
alter materialized view m cluster on mi;
create view w with (check_option = 'local', security_barrier) as select id from fk;
create table tog (a int, b int generated always as (a * 2) virtual, c text not null default 'x',
  constraint nn not null a, check (a > 0) not enforced, unique (a) deferrable);
comment on constraint nn on tog is 'nn';
create statistics s1 (ndistinct) on id, t from ul;
alter statistics s1 set statistics 0;
create table part (a int, b text) partition by range (a);
create unlogged table part_1 partition of part for values from (1) to (5) with (fillfactor = 66);
create table part_2 partition of part for values from (5) to (9);
