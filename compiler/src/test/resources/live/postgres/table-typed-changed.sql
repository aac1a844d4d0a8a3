-- The same names later: the type has grown, some tables are of it and some no longer.
create type emp_t as (id bigint, name text, pay numeric(10,2), more date);
create table e1 of emp_t (primary key (id), pay not null);
create table e2 (id bigint, name text, z int);
create table e3 of emp_t;
create type other as (b int, c text);
create table e5 (a int);
create table e6 of other;
create type wide as (b text, a int, d date);
create table of_wide of wide;
create table loose_wide of wide;
