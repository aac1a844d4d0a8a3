-- Tables of a composite type, and others that become or stop being so.
create type emp_t as (id int, name text, pay numeric(10,2));
create table e1 of emp_t (primary key (id), name not null default 'x');
create table e2 of emp_t;
create table e3 (id int, name text, pay numeric(10,2));
create table e4 of emp_t;
create type other as (a int);
create table e5 of other;
create type wide as (a int, b text, c date);
create table of_wide of wide;
create table loose_wide (b text, a int, c date);
