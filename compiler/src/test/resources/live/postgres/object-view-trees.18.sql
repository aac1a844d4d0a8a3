-- Views of many kinds on each other, with triggers and rules.
do $$ begin create role live_one; exception when duplicate_object then null; end $$;
do $$ begin create role live_two; exception when duplicate_object then null; end $$;
create schema rep;
create schema "Mixed Case";
create table dept (id int primary key, parent int references dept, name text);
create table emp (id int primary key, dept int references dept on delete set null, name text,
  pay numeric(10,2), since date);
insert into dept values (1, null, 'root'), (2, 1, 'a'), (3, 2, 'b');
insert into emp select i, 1 + i % 3, 'e' || i, i * 10, date '2020-01-01' + i from generate_series(1, 40) i;
create view rep.tree (id, path, depth) as with recursive tree (id, path, depth) as (select id, name,
  1 from dept where parent is null union all select d.id, t.path || '/' || d.name,
  t.depth + 1 from dept d join tree t on d.parent = t.id) select * from tree;
create view rep.paid with (security_barrier, security_invoker = off) as select e.*, rank() over w as rk,
  lag(pay, 1, 0::numeric) over w as prev from emp e window w as (partition by dept order by pay desc);
create view rep.sums as select dept, grouping(dept, since) as g, sum(pay) as s,
  array_agg(name order by id) filter (where pay > 5) as names,
  percentile_cont(0.5) within group (order by pay) as med from emp group by grouping sets ((dept, since),
  (dept), ());
create view rep.lat as select d.id, x.name as top,
  y.n from dept d left join lateral (select name from emp e where e.dept = d.id order by pay desc limit 1)
  x on true cross join lateral (values (1), (2)) as y(n);
create view rep.cte as with recursive a as materialized (select id from emp),
  b as (select a.id + 1 as id from a where a.id < 5 union select id + 1 from b where id < 9) search depth
  first by id set ord cycle id set is_c using pth select id, is_c from b;
create view rep.js as select j.* from json_table('[{"a":1,"b":"x"}]'::jsonb,
  '$[*]' columns (n for ordinality, a int path '$.a', b text path '$.b' default 'q' on empty)) j;
create view rep.xm as select x.* from xmltable('/r/i' passing xml '<r><i v="1"/></r>' columns v int path
  '@v') x;
create materialized view rep.mv tablespace pg_default as select p.id, p.rk,
  t.path from rep.paid p join rep.tree t on t.id = p.dept;
create unique index mv_id on rep.mv (id) include (rk);
create index on rep.mv using hash (path);
alter materialized view rep.mv alter path set statistics 50, alter path set storage external;
create materialized view rep.mv2 with (fillfactor = 70) as select path,
  count(*) as n from rep.mv group by path having count(*) > 0;
create index on rep.mv2 (n desc nulls last);
create view "Mixed Case"."Vi ew" ("Col A", b) as select path, n from rep.mv2;
create view top as table "Mixed Case"."Vi ew";
create view upd as select id, name, pay from emp where pay > 0 with local check option;
create view upd2 as select id, name from upd where name like 'e%' with cascaded check option;
alter view upd2 alter name set default 'noname';
create function ins() returns trigger language plpgsql as
  $$ begin insert into public.emp (id, name) values (new.id, new.rk::text); return new; end $$;
create trigger i1 instead of insert or update on rep.paid for each row execute function ins();
create trigger i2 instead of delete on rep.paid for each row execute function ins('x');
create rule top_ins as on insert to top do instead (insert into dept (id, name) values (new.b,
  new."Col A") ; notify ch);
create rule top_del as on delete to top where old.b > 3 do instead delete from dept where id = old.b;
create rule top_del2 as on delete to top do instead nothing;
create rule emp_log as on update to emp where new.pay <> old.pay do also insert into dept values (new.id +
  1000, null, old.name);
grant select on rep.paid, top to live_one;
grant select (id, name), update (name) on upd2 to live_two;
grant usage on schema rep to live_one, live_two;
grant insert on rep.paid to public;
alter view rep.sums owner to live_two;
comment on view rep.tree is 'tree';
comment on column rep.tree.depth is 'depth';
comment on materialized view rep.mv is 'mv';
comment on column "Mixed Case"."Vi ew"."Col A" is 'cola';
comment on trigger i1 on rep.paid is 'i1';
comment on rule emp_log on emp is 'el';
