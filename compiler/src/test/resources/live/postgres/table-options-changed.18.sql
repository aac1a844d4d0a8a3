-- All of them otherwise.
create table ul (id bigint primary key with (fillfactor = 70), t text storage external,
  j jsonb) with (fillfactor = 90, toast_tuple_target = 400);
create unlogged table fk (id int primary key, u text);
create table heap2 (id int);
alter table fk set (autovacuum_vacuum_cost_limit = 300);
alter table ul alter j set statistics 500, alter t set (n_distinct = -0.2, n_distinct_inherited = 3);
create index i1 on ul (t) with (deduplicate_items = off);
create index i2 on ul using gin (j) with (gin_pending_list_limit = 256);
create index i3 on ul using brin (id int8_minmax_multi_ops (values_per_range = 20));
create index i4 on ul using btree (t desc);
create index i5 on ul using gist (int8range(id, id + 1));
alter table ul cluster on i4;
create unique index i7 on ul (t) include (j) nulls not distinct;
alter table fk replica identity nothing;
create materialized view m with (fillfactor = 30) as select id, t from ul with no data;
alter materialized view m alter t set storage main;
create index mi on m (t desc);
create view w with (security_invoker, check_option = cascaded) as select id, u from fk;
create table tog (a int not null no inherit, b int generated always as (a * 3) stored,
  c text constraint cn not null, check (a > 0), unique (a) include (c));
comment on constraint cn on tog is 'cn';
create statistics s1 (dependencies, mcv) on id, t from ul;
alter statistics s1 set statistics 100;
create table part (a int, b text) partition by range (a);
create table part_1 partition of part for values from (1) to (5);
create unlogged table part_2 partition of part for values from (5) to (9) with (autovacuum_enabled = off);
