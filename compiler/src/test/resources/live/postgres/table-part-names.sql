-- What the server calls the parts of indexes: alike ones, ones that include columns, two levels deep.
create table p (id int, k text, g int) partition by list (id);
create table p1 partition of p for values in (1);
create table p2 partition of p for values in (2) partition by range (id);
create table p2x partition of p2 default;
create index i1 on p using brin (id);
create index i2 on p using brin (id) with (pages_per_range = 16);
create index i3 on p (k);
create index i4 on p (k);
create index i5 on p ((id + 1), k) include (g);
alter table p add constraint u unique (id, k) include (g);
create table base (id int, c int, d int default 5);
create table heir (own int) inherits (base);
alter table heir alter c set not null;
create index on heir (d, id);
create policy pp on heir using (d > 3);
