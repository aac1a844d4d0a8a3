-- The functions otherwise, some overloads gone.
create function price(a numeric, q bigint) returns numeric(12,2) language sql immutable strict as
  $$ select a * q + 1 $$;
create function slug(t text) returns varchar language sql immutable as
  $$ select upper(replace(t, ' ', '+')) $$;
create function rank(n int) returns bigint language sql immutable as 'select n % 5::bigint';
create table item (id bigint generated always as identity (start 1000 increment 2) primary key,
  name varchar(200) not null, amount numeric(12,3) not null default 2, qty bigint not null default 1,
  total numeric(14,2) generated always as (price(amount, qty)) stored,
  sl varchar generated always as (slug(name)) stored, big boolean generated always as (amount > 200) stored,
  half numeric generated always as (amount / 4) virtual, r bigint,
  up text generated always as (upper(name) || '!') virtual,
  constraint pos check (price(amount, qty) >= 1), constraint total_pos check (total >= 0 and amount < 1e6));
create index on item (sl varchar_pattern_ops);
create index item_r on item (r desc);
create index item_expr on item ((slug(name)));
create statistics item_st (mcv) on qty, amount, (qty * 2) from item;
insert into item (name, amount, qty) select 'Item ' || i, i * 1.5, i from generate_series(1, 30) i;
create view cheap as select id, total, half, sl from item where not big;
create materialized view cheaper as select c.id, c.half, i.r from cheap c join item i using (id) where i.r < 3;
create index on cheaper (half);
create view agg as select r, sum(total) as t from item group by rollup (r);
create table line (item bigint not null references item on delete restrict on update cascade deferrable,
  no smallint, txt varchar(20) generated always as (no::text || 'n') stored, primary key (no, item));
create function on_item() returns trigger language plpgsql as $$ begin return null; end $$;
create trigger item_qty after update on item referencing old table as o new table as n for each statement
  execute function on_item();
create table settled (id int, c int not null);
