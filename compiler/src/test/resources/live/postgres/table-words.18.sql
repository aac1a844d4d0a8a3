-- Names and texts that are easily taken for something else, keys said twice, rights on columns beside rights taken, partitions in another namespace.
do $$ begin create role live_one; exception when duplicate_object then null; end $$;
create function "f (5)"(a int, b text default E'two\nlines') returns int language sql as 'select 1';
comment on function "f (5)"(int, text) is 'c';
revoke execute on function "f (5)"(int, text) from public;
create table t (a int, e text, b box, exclude using gist (b with &&), exclude using gist (b with &&));
grant select (e), references (a) on t to live_one;
alter default privileges grant select on tables to live_one;
create statistics st on e, a from t;
create sequence s as smallint increment 2 minvalue -5 start 5;
create domain d as date constraint late check (value > '2000-01-01');
comment on constraint late on domain d is E'line\nline';
create schema other;
create table other.p (id int not null, k text) partition by list (id);
create table p_one partition of other.p for values in (1);
create table other.p_two partition of other.p for values in (2);
create publication pub for table t (e, a);
