-- The foreign tables of table-foreign.sql, otherwise, below a table whose partition key is of another type.
do $$ begin create role live_one; exception when duplicate_object then null; end $$;
do $$ begin create role live_two; exception when duplicate_object then null; end $$;
do $$ begin create role live_three; exception when duplicate_object then null; end $$;
create schema f;

create foreign data wrapper w1 options (b 'x', c 'z');
create foreign data wrapper w2;
create foreign data wrapper w3;
create server s1 foreign data wrapper w2;
create server s2 type 'oracle' version '13' foreign data wrapper w1 options (host 'h2', dbname 'd');
create server "S 3" foreign data wrapper w3 options (dbname 'y');
create user mapping for live_one server s2 options (username 'u2');
create user mapping for public server s1;
create user mapping for live_three server "S 3" options (user 'x');
create table par (id bigint not null, k text, check (id > 1)) partition by range (id);
create foreign table f.p1 partition of par for values from (1) to (20) server "S 3" options (table_name 'y');
create table inhp (a int, b text);
create foreign table inhf (c int, a int) inherits (inhp) server s1;
create foreign table ft (id bigint options (column_name 'ID2'), g int generated always as (id * 3) stored, t varchar(20) default 'e' constraint tc2 check (t <> ' ') no inherit, n date) server s2 options (a 'c');
create function tf() returns trigger language plpgsql as 'begin return new; end';
create trigger ftt after insert or update on ft for each row execute function tf('x');
alter table ft disable trigger ftt;
create view fv as select id, t, n from ft; 
comment on foreign table ft is 'ft2';
comment on column ft.n is 'n'; 
grant select (n) on ft to live_one;
grant usage on foreign server s1 to live_two;
alter foreign table ft owner to live_two; 
