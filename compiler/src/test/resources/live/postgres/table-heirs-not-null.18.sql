-- Which heirs have a NOT NULL of their own beside their parents', and what they call it.
create table p1 (id int not null, c date not null, a text constraint "odd nn" not null, z int);
create table p2 (id int not null, c date, b text);
create table h1 (not null c) inherits (p1);
create table h2 () inherits (p1);
create table h3 (constraint own3 not null c, a text) inherits (p1);
create table h4 (c date) inherits (p1, p2);
create table g1 () inherits (h1);
create table g2 (constraint gown not null c) inherits (h2);
create table g3 (not null a) inherits (h3);
create table loner (id int not null, c date not null, a text not null, z int not null); alter table loner inherit p1;
create table l2 (z int not null) inherits (p1);
create table l3 (not null z) inherits (p1);
create table late (id int primary key, a int not null, unique (a, id));
create table late_parent (id int);
