-- The other side of table-words.18.sql.
do $$ begin create role live_one; exception when duplicate_object then null; end $$;
create function "f (5)"(a int, b text default E'two\nother lines') returns int language sql as 'select 2';
grant execute on function "f (5)"(int, text) to live_one;
create table t (e text, c int, a int, b box, exclude using gist (b with &&));
grant select (e) on t to live_one;
create statistics st on a, e from t;
create sequence s as smallint increment 2;
create domain d as date constraint late check (value > '2000-01-01');
comment on constraint late on domain d is E'line\nother';
create schema other;
create table other.p (id int not null, k text) partition by list (id);
create table p_two partition of other.p for values in (2);
create table other.p_one partition of other.p for values in (1, 3);
create publication pub for table t (a, e);
