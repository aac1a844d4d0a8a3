-- Keys over periods, exclusions, index options.
create extension btree_gist;
create table p (a int, b int, c text, d int, primary key (a, b),
  constraint p_u unique nulls not distinct (c, d), constraint p_d unique (d,
  a) deferrable initially deferred, unique (b) include (c));
insert into p select i, i, 'c' || i, i from generate_series(1, 25) i;
create table q (id int primary key, a int, b int, c text, d int, e int, constraint q_full foreign key (a,
  b) references p match full on delete set null, constraint q_set foreign key (c, d) references p (c,
  d) on delete set null (d) on update cascade,
  constraint q_def foreign key (e) references p (b) on delete set default deferrable initially deferred,
  constraint q_self foreign key (e) references q not valid);
insert into q select i, i, i, 'c' || i, i, i from generate_series(1, 25) i;
create table booking (room int, during tsrange, who text, price int,
  constraint no_overlap exclude using gist (room with =, during with &&) where (who is not null),
  constraint price_u exclude using btree (price with =) deferrable initially deferred,
  exclude using gist (int4range(room, price, '[]') with &&, (lower(who)) with =) with (fillfactor = 80),
  check (price > room) not valid);
insert into booking select i, tsrange(timestamp '2020-01-01' + i * interval '1 day',
  timestamp '2020-01-02' + i * interval '1 day'), 'w' || i, i + 100 from generate_series(1, 10) i;
create table per (id int, valid daterange, v text, constraint per_pk primary key (id, valid without overlaps));
create table perx (id int, pid int, valid daterange not null, constraint perx_pk primary key (id,
  valid without overlaps), constraint perx_fk foreign key (pid, period valid) references per (id,
  period valid));
insert into per values (1, '[2020-01-01,2021-01-01)', 'x'), (1, '[2021-01-01,2022-01-01)', 'y');
insert into perx values (1, 1, '[2020-03-01,2021-05-01)');
create index i1 on p (c collate "C" text_pattern_ops desc nulls last,
  (a + b)) include (d) with (fillfactor = 55, deduplicate_items = off) where a > 3;
create index i2 on p using brin (d int4_minmax_multi_ops (values_per_range = 16)) with (pages_per_range =
  4, autosummarize);
create index i3 on booking using spgist (during);
create unique index i4 on q (coalesce(a, 0), lower(c)) nulls not distinct;
create index i5 on p using gin ((array[a, b]) array_ops);
create index i6 on p using hash ((c || 'x'));
create index i7 on booking using gist (during range_ops, price gist_int4_ops);
alter index i1 alter column 2 set statistics 77;
alter table p cluster on p_u;
alter table q replica identity using index q_pkey;
alter table booking replica identity full;
alter table p alter c set statistics 12, alter c set (n_distinct = -0.5), alter c set compression pglz;
alter table q set (autovacuum_vacuum_scale_factor = 0.1, fillfactor = 33, parallel_workers = 2,
  toast.autovacuum_vacuum_cost_delay = 3);
comment on constraint q_full on q is 'full';
comment on index i4 is 'i4';
comment on constraint no_overlap on booking is 'no';
