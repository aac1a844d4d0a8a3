-- The heirs of table-heirs-not-null.18.sql: some have one of their own by now, others no more, all under other names.
create table p1 (id int not null, c date constraint ren not null, a text, z int not null);
create table p2 (id int not null, c date not null, b text);
create table h1 () inherits (p1);
create table h2 (not null c) inherits (p1);
create table h3 (constraint own4 not null c, a text not null) inherits (p1);
create table h4 (c date not null) inherits (p1, p2);
create table g1 (not null id) inherits (h1);
create table g2 () inherits (h2);
create table g3 (constraint x3 not null a) inherits (h3);
create table loner (id int not null, c date not null, a text not null, z int not null);
create table l2 (z int) inherits (p1);
create table l3 (not null z) inherits (p1);
create table late (id int primary key, a bigint, unique (a, id));
alter table late add constraint late_nn not null a not valid;
create table late_parent (id int);
create table late_heir () inherits (late_parent);
alter table late_parent add constraint late_check check (id > 1) not valid, add constraint late_own check (id < 9) not valid no inherit;
