-- Domains over an enum that gets values, and domains in arrays, in composite types and below other domains.
create type em as enum ('x', 'y');
create domain emd as em default 'x';
create domain base as numeric(10,2) default 1 constraint b1 check (value > 0);
create domain lay2 as base constraint l2 check (value <> 13);
create domain lay3 as lay2[];
create type comp as (d lay2, e em);
create table dm (id int primary key, ed emd, en em, a lay2[], b lay3, c comp);
insert into dm values (1, 'x', 'y', '{1,2}', '{3}', row(4, 'x'));
