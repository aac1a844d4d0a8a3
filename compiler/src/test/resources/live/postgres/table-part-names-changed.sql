-- The tables of table-part-names.sql with other indexes, and with heirs whose columns come and go with the parent's.
create table p (id int, k text, g int) partition by list (id);
create table p1 partition of p for values in (1);
create table p2 partition of p for values in (2) partition by range (id);
create table p2x partition of p2 default;
create table p3 partition of p for values in (3);
create index i1 on p using brin (id);
create index i2 on p using brin (id) with (pages_per_range = 16);
create index i3 on p (k);
create index i4 on p (k);
create index i5 on p ((id + 1)) include (k);
alter table p add constraint u unique (id) include (g, k);
create table base (id int, c int, e int);
create table heir (own int) inherits (base);
alter table heir alter e set not null, alter e set default 4;
create index on heir (e, id);
create policy pp on heir using (e > 3);
