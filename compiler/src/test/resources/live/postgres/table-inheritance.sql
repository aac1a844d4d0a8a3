-- Tables that inherit: from one and several, in depth, with columns of their own and again, and a check that stays.
create schema other;
create table base (id int primary key, name text default 'x', day date not null, constraint sane check (id > 0), check (day > '2000-01-01') no inherit);
create table marks (mark int not null, check (mark > 0));
create table child (extra int, check (extra > id)) inherits (base);
create index on child (name, day);
create table other.both (name text default 'y', own int, primary key (id)) inherits (base, marks);
create table "Deep One" (deeper int default 3) inherits (other.both);
