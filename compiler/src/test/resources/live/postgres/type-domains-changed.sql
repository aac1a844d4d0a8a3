-- The enum and the domains over it change places, and the other domains have more to prove.
create type em as enum ('new', 'y', 'x');
create domain emd as em default 'y';
create domain base as numeric(10,2) constraint b1 check (value > 0) constraint b2 check (value < 1000);
create domain lay2 as base constraint l2 check (value <> 14) not null;
create domain lay3 as lay2[];
create type comp as (d lay2, e em);
create table dm (id int primary key, ed em, en emd, a lay2[], b lay3, c comp);
create function doubled(int, int default 2) returns bigint language sql immutable as $$ select $1 * $2 $$;
create domain doubling as bigint check (doubled(value::int) > 0) default doubled(5);
create type inner_c as (b varchar(20), c date, a bigint);
create type outer_c as (l inner_c[], i inner_c);
comment on column inner_c.c is 'another';
create domain two_ways as inner_c[];
create table held (i inner_c, o outer_c, os outer_c[], w two_ways, n doubling);
