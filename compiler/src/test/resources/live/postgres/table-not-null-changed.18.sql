-- The same tables later.
create table plain (a int, b int constraint b_is_here not null, c int constraint c_now not null no inherit);
create table special (
  a int constraint a_alone not null,
  b int,
  d int,
  key int primary key);
create table later (c int, e int, f int default 3);
alter table later add constraint c_later not null c;
alter table later add constraint later_e_not_null not null e no inherit not valid;
alter table later alter f set not null;
comment on constraint a_alone on special is 'with all';
alter table special add constraint d_later not null d;
comment on constraint d_later on special is 'd later';
comment on constraint c_later on later is 'c later';
comment on constraint special_pkey on special is 'the key';
create table heir (g int not null) inherits (special);
create table other_heir (a int constraint a_too not null) inherits (special);
create table parts (k int not null, v int constraint v_there not null, w int) partition by list (k);
create table part_1 partition of parts for values in (1);
create table part_2 partition of parts for values in (2);
create table part_3 partition of parts (constraint w_there not null w) for values in (3);
comment on constraint w_there on part_3 is 'here';
create domain sure as int constraint certainly not null;
comment on constraint certainly on domain sure is 'for sure';
create domain unsure as int not null;
comment on constraint unsure_not_null on domain unsure is 'more so';
create foreign data wrapper far;
create server away foreign data wrapper far;
create foreign table far_t (a int constraint far_a not null, b int not null no inherit, c int generated always as (a * 2) virtual, d int generated always as (a * 3) stored) server away;
comment on constraint far_a on far_t is 'far';
create foreign table far_part partition of parts (w default 7) for values in (4) server away;
alter foreign table far_part alter column w set not null;
