-- Domains over an enum that gets values, and domains in arrays, in composite types and below other domains.
create type em as enum ('x', 'y');
create domain emd as em default 'x';
create domain base as numeric(10,2) default 1 constraint b1 check (value > 0);
create domain lay2 as base constraint l2 check (value <> 13);
create domain lay3 as lay2[];
create type comp as (d lay2, e em);
create table dm (id int primary key, ed emd, en em, a lay2[], b lay3, c comp);
insert into dm values (1, 'x', 'y', '{1,2}', '{3}', row(4, 'x'));
create function doubled(int) returns int language sql immutable as $$ select $1 * 2 $$;
create domain doubling as int check (doubled(value) > 0) default doubled(4);
create type inner_c as (a int, b text);
create type outer_c as (i inner_c, l inner_c[]);
comment on column inner_c.b is 'a comment beside the type';
create domain two_ways as outer_c;
create table held (i inner_c, o outer_c, os outer_c[], w two_ways, n doubling);
insert into held values (row(1, 'x'), row(row(2, 'y'), array[row(3, 'z')::inner_c]), null, null, 7);
