-- The same names otherwise.
create sequence sq as int start 7 increment 3;
create table cfg (k varchar(30) primary key, v text not null, n bigint default nextval('sq') * 2);
insert into cfg (k, v) values ('a', '1'), ('b', '2');
create type money2 as (amount numeric(12,2), cur text, at date);
create type lvl as enum ('lo', 'mid', 'hi', 'top');
create function cfg_of(key varchar default session_user,
  d text default 'some') returns text language sql stable begin atomic select coalesce((select v || n from
  cfg where k = cfg_of.key), d); end;
create function next_no(s regclass default 'cfg'::regclass) returns int language sql return
  currval('sq')::int + s::oid::int;
create function lv(l lvl default 'mid', m money2 default row(1, 'eur',
  null)::money2) returns lvl language sql immutable return case when (m).cur = 'x' then 'top'::lvl else l end;
create function put(k text, v text) returns void language sql begin atomic update cfg set v = put.v where k
  = put.k; end;
create function bothof(out k text, out n bigint,
  out v text) returns setof record language sql stable begin atomic select k, n, v from cfg order by v; end;
create function uses_both() returns bigint language sql stable begin atomic select count(v) from bothof(); end;
create function cnt(s int, l lvl) returns int language sql immutable as $$ select s + 1 $$;
create aggregate his(lvl) (sfunc = cnt, stype = int, initcond = '5');
create function m_lt(money2, money2) returns boolean language sql immutable as 'select $1.cur < $2.cur';
create function m_eq(money2, money2) returns boolean language plpgsql immutable as
  'begin return $1.cur = $2.cur; end';
create function m_hash(money2) returns int language sql immutable as 'select hashtext($1.cur)';
create operator <# (function = m_lt, leftarg = money2, rightarg = money2);
create operator =# (function = m_eq, leftarg = money2, rightarg = money2, commutator = =#, hashes);
create operator class money_cls default for type money2 using hash as operator 1 =#, function 1 m_hash(money2);
create table purse (id int primary key, m money2, l lvl default lv('hi'), no int default next_no(),
  who text default cfg_of('b') || 'x', check (m =# row(1, 'usd', null)::money2 or id > 0));
create index purse_m on purse using hash (m);
create index purse_d on purse (id desc) where m =# row(1, 'usd', null)::money2;
insert into purse (id, m) select i, null from generate_series(1, 10) i;
create view rich as select id, lv(l, m) as l2, his(l) over (order by id) as h,
  m from purse where m <# row(2, 'eur', null)::money2;
create function purse_of(i bigint) returns setof purse language sql stable begin atomic select * from purse
  where id = i; end;
create function rich_of(r rich) returns text language sql stable begin atomic select (r).m.cur; end;
create materialized view chain as select cfg_of('y') as c, p.id from rich r join purse_of(3) p on p.id = r.id;
