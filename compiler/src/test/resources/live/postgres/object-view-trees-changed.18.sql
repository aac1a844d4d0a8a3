-- Their names for other kinds.
do $$ begin create role live_one; exception when duplicate_object then null; end $$;
do $$ begin create role live_two; exception when duplicate_object then null; end $$;
do $$ begin create role live_three; exception when duplicate_object then null; end $$;
create schema rep authorization live_one;
create schema "Mixed Case";
create schema other;
create table dept (id bigint primary key, parent bigint references dept deferrable, name varchar(50) not null);
create table emp (id bigint primary key, dept bigint references dept on delete cascade, name text,
  pay numeric(12,4), since timestamp);
insert into dept values (1, null, 'root'), (2, 1, 'a'), (3, 2, 'b');
insert into emp select i, 1 + i % 3, 'e' || i, i * 10,
  timestamp '2020-01-01' + i * interval '1 day' from generate_series(1, 40) i;
create view rep.tree (id, depth, path) as with recursive tree (id, depth, path) as (select id, 1,
  name::text from dept where parent is null union select d.id, t.depth + 1,
  t.path || d.name from dept d join tree t on d.parent = t.id) select * from tree;
create view rep.paid with (security_invoker) as select e.id, e.pay,
  row_number() over (order by pay rows between unbounded preceding and 1 following exclude ties) as rk,
  e.dept from emp e;
create materialized view rep.sums as select dept, sum(pay) as s, string_agg(distinct name,
  ',') as names from emp group by dept;
create view other.lat as select d.id, x.name as top from dept d left join lateral (select name from emp e
  where e.dept = d.id order by since fetch first 2 rows with ties) x on true;
create view rep.cte as with a as not materialized (select id from emp where id = any (array[1,2])) select
  id, exists (select from dept where dept.id = a.id) as is_c from a intersect all select 1, true;
create view rep.js as select json_object('a': 1, 'b': null absent on null) as j,
  json_value('{"a":1}'::jsonb, '$.a' returning int) as v, json_query('{"a":1}'::jsonb,
  '$.a' with wrapper) as w, '1' is json as ij;
create table rep.xm (v int);
create view rep.mv as select p.id, p.rk, t.path from rep.paid p join rep.tree t on t.id = p.dept;
create materialized view rep.mv2 as select path, count(*) as n, max(rk) as m from rep.mv group by path;
create unique index mv_id on rep.mv2 (path);
create index mv2_n on rep.mv2 (n) where n > 1;
create materialized view "Mixed Case"."Vi ew" ("Col B", b) as select path, m from rep.mv2;
create view top as select b, "Col B" as "Col A" from "Mixed Case"."Vi ew" tablesample_alias;
create view upd as select id, name from emp with cascaded check option;
create view upd2 with (security_barrier) as select id, name, pay from emp where name like 'f%';
alter view upd2 alter pay set default 4.5;
create function ins() returns trigger language plpgsql as $$ begin return old; end $$;
create trigger i1 instead of delete on rep.mv for each row execute function ins();
create trigger i2 instead of insert on top for each row execute function ins();
create rule top_ins as on update to top do instead update dept set name = new."Col A" where id = old.b;
create rule emp_log as on delete to emp do also (delete from dept where id = old.id + 1000; select 1);
grant select on rep.mv, top to live_two;
grant select (id) on upd to live_two with grant option;
alter view rep.cte owner to live_three;
alter materialized view rep.mv2 owner to live_one;
comment on view rep.tree is 'tree2';
comment on view rep.mv is 'mv';
comment on column rep.mv2.m is 'm';
comment on index rep.mv_id is 'ix';
