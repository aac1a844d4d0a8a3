-- Other keys of the same names.
create extension btree_gist;
create table p (a int, b bigint, c text, d int not null, primary key (b, a) deferrable,
  constraint p_u unique (c, d) with (fillfactor = 60), constraint p_d unique (d),
  unique nulls not distinct (b));
insert into p select i, i, 'c' || i, i from generate_series(1, 25) i;
create table q (id bigint primary key, a int, b bigint, c text, d int, e bigint,
  constraint q_full foreign key (d) references p (d) on update set null, constraint q_set foreign key (c,
  d) references p (c, d) match full on delete set default (c) deferrable,
  constraint q_def foreign key (e) references p (b) not enforced,
  constraint q_self foreign key (e) references q on delete cascade);
insert into q select i, i, i, 'c' || i, i, i from generate_series(1, 25) i;
create table booking (room bigint, during tsrange, who text not null default 'w', price int,
  constraint no_overlap exclude using gist (during with &&, room with <>) ,
  constraint price_u unique (price), check (price >= room));
create table per (id bigint, valid daterange, v text, constraint per_pk unique (id,
  valid without overlaps), primary key (v, id));
create table perx (id int, pid bigint, valid daterange not null, constraint perx_pk primary key (id),
  constraint perx_fk foreign key (pid, period valid) references per (id, period valid),
  constraint pu unique (pid, valid without overlaps));
create index i1 on p (c, d desc) where a > 4;
create index i2 on p using brin (d int4_bloom_ops (false_positive_rate = 0.05), a);
create index i3 on booking using gist (during);
create unique index i4 on q (c) include (a, b);
create index i5 on p (a) with (deduplicate_items = off);
create unique index i6 on p ((c || 'y'));
create index i7 on booking (price);
alter index i3 set (fillfactor = 40);
alter table p cluster on p_d;
alter table q replica identity nothing;
alter table booking cluster on i7;
alter table booking alter price set not null;
alter table booking replica identity using index price_u;
alter table p alter c set storage main, alter a set statistics 200;
alter table q set (fillfactor = 90, autovacuum_enabled = false);
comment on constraint q_set on q is 'set';
comment on index i3 is 'i3';
