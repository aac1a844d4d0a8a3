-- Bodies in SQL, defaults of parameters, operator classes.
create sequence sq start 5;
create table cfg (k text primary key, v text not null, n int default nextval('sq'));
insert into cfg (k, v) values ('a', '1'), ('b', '2');
create type money2 as (amount numeric, cur char(3));
create type lvl as enum ('lo', 'hi');
create function cfg_of(key text default current_user,
  d text default 'none') returns text language sql stable begin atomic select coalesce((select v from cfg
  where k = cfg_of.key), d); end;
create function next_no(s regclass default 'sq'::regclass,
  st bigint default nextval('sq')) returns bigint language sql return st + 1;
create function lv(l lvl default 'lo', m money2 default row(1,
  'eur')::money2) returns lvl language sql immutable return case when (m).amount > 3 then 'hi'::lvl else l end;
create procedure put(k text, v text) language sql begin atomic insert into cfg (k, v) values (put.k,
  put.v) on conflict (k) do update set v = excluded.v; delete from cfg where n < 0 returning k; end;
create function bothof(out k text, out n int) returns setof record language sql stable begin atomic select
  k, n from cfg order by n; end;
create function uses_both() returns bigint language sql stable begin atomic select count(*) from bothof() b
  join cfg using (k); end;
create function cnt(s bigint, l lvl) returns bigint language sql immutable as
  $$ select s + case l when 'hi' then 1 else 0 end $$;
create aggregate his(lvl) (sfunc = cnt, stype = bigint, initcond = '0', parallel = safe, combinefunc = int8pl);
create function m_lt(money2, money2) returns boolean language sql immutable as 'select $1.amount < $2.amount';
create function m_le(money2, money2) returns boolean language sql immutable as 'select $1.amount <= $2.amount';
create function m_eq(money2, money2) returns boolean language sql immutable as 'select $1.amount = $2.amount';
create function m_ge(money2, money2) returns boolean language sql immutable as 'select $1.amount >= $2.amount';
create function m_gt(money2, money2) returns boolean language sql immutable as 'select $1.amount > $2.amount';
create function m_cmp(money2, money2) returns int language sql immutable as
  'select sign($1.amount - $2.amount)::int';
create operator <# (function = m_lt, leftarg = money2, rightarg = money2, commutator = >#, negator = >=#,
  restrict = scalarltsel, join = scalarltjoinsel);
create operator <=# (function = m_le, leftarg = money2, rightarg = money2, commutator = >=#, negator = >#);
create operator =# (function = m_eq, leftarg = money2, rightarg = money2, commutator = =#, merges, hashes);
create operator >=# (function = m_ge, leftarg = money2, rightarg = money2, commutator = <=#, negator = <#);
create operator ># (function = m_gt, leftarg = money2, rightarg = money2, commutator = <#, negator = <=#);
create operator family mny_ops using btree;
create operator class money_cls for type money2 using btree family mny_ops as operator 1 <#,
  operator 2 <=#, operator 3 =#, operator 4 >=#, operator 5 >#, function 1 m_cmp(money2, money2);
create table purse (id int primary key, m money2, l lvl default lv(), no bigint default next_no(),
  who text default cfg_of('a'), check (m <# row(1000, 'usd')::money2));
create index purse_m on purse (m money_cls);
create index purse_d on purse using btree (m money_cls desc, id);
insert into purse (id, m) select i, null from generate_series(1, 10) i;
create view rich as select id, m, lv(l, m) as l2,
  his(l) over (order by id) as h from purse where m ># row(2, 'eur')::money2;
create function purse_of(i int) returns purse language sql stable begin atomic select * from purse where id
  = i; end;
create function rich_of(r rich) returns setof rich language sql stable begin atomic select x.* from rich x
  where x.id = (r).id; end;
create view chain as select (purse_of(id)).m as pm,
  cfg_of(key => 'x') as c from (select id from rich) s cross join lateral (select 1) q(k2) where false;
