-- NOT NULL as the constraint that it is from PostgreSQL 18 on.
create table plain (a int not null, b int constraint b_is_there not null, c int);
create table special (
  a int constraint a_alone not null no inherit,
  b int not null no inherit,
  d int not null,
  key int primary key);
create table later (c int, e int, f int default 3);
alter table later add constraint c_later not null c not valid;
alter table later add constraint later_e_not_null not null e no inherit not valid;
alter table later add constraint f_later not null f not valid;
comment on constraint a_alone on special is 'alone';
comment on constraint special_d_not_null on special is 'd must be there';
comment on constraint c_later on later is 'c later';
comment on constraint special_pkey on special is 'the key';
create table heir (g int not null no inherit) inherits (special);
create table other_heir (a int constraint a_too not null) inherits (special);
create table parts (k int not null, v int constraint v_there not null, w int) partition by list (k);
create table part_1 partition of parts for values in (1);
create table part_2 partition of parts (w not null) for values in (2);
create table part_3 partition of parts (constraint w_there not null w) for values in (3);
comment on constraint w_there on part_3 is 'here alone';
create domain sure as int constraint surely not null;
comment on constraint surely on domain sure is 'for sure';
create domain unsure as int not null;
comment on constraint unsure_not_null on domain unsure is 'less so';
create foreign data wrapper far;
create server away foreign data wrapper far;
create foreign table far_t (a int constraint far_a not null, b int not null no inherit, c int generated always as (a * 2) virtual, d int generated always as (a * 3) stored) server away;
comment on constraint far_a on far_t is 'far';
create foreign table far_part partition of parts (w default 7) for values in (4) server away;
alter foreign table far_part alter column w set not null;
