-- The tables of table-indexes with other indexes and other storage.
create schema shop;
create schema "Mixed Case";
create type shop.state as enum ('new', 'paid', 'sent');
create function shop.initial(text) returns text language sql immutable as 'select left($1, 1)';
create table shop.orders (
  id bigint primary key,
  name text not null,
  note varchar(200),
  state shop.state not null default 'paid',
  amount numeric(12, 2),
  tags text[],
  data jsonb,
  period tstzrange,
  place point,
  address inet,
  words tsvector,
  flags int,
  created timestamptz not null default now(),
  "Odd Name" text,
  gone boolean not null default true
);
create index on shop.orders (name desc);
create index orders_two on shop.orders (name, created);
create index orders_nulls on shop.orders (amount desc, created nulls first, note asc nulls first);
create unique index orders_unique on shop.orders (lower(name), (note || 'y')) include (amount) where not gone;
create index orders_state on shop.orders (state) where state in ('new', 'sent');
create index orders_gin on shop.orders using gin (tags) with (fastupdate = off);
create index orders_json on shop.orders using gin (data);
create index orders_gist on shop.orders using gist (period);
create index orders_place on shop.orders using gist (place);
create index orders_brin on shop.orders using brin (created) with (pages_per_range = 64);
create index orders_pattern on shop.orders (name, note varchar_pattern_ops);
create index orders_collated on shop.orders (name collate "POSIX");
create index orders_filled on shop.orders (amount);
create index "Odd Index" on shop.orders (upper("Odd Name"), "Odd Name");
create unique index orders_hash on shop.orders (name);
alter table shop.orders cluster on orders_filled;
create table "Mixed Case"."Upper" ("Id" int not null, "a b" text, "c""d" text);
create unique index "Mixed.Index" on "Mixed Case"."Upper" ("Id");
alter table "Mixed Case"."Upper" replica identity using index "Mixed.Index";
create table shop.unlogged (a int, b int, c bigint);
create unlogged table shop.stored (
  a int,
  b text,
  c text,
  d text,
  e bytea,
  f numeric
) with (fillfactor = 80, toast.autovacuum_vacuum_threshold = 100);
alter table shop.stored alter column b set storage main;
alter table shop.stored alter column e set storage external;
alter table shop.stored alter column a set statistics 100;
alter table shop.stored alter column a set (n_distinct = -0.25);
create table shop.nothing ();
create table shop.secured (a int, owner text default session_user);
alter table shop.secured force row level security;
create table shop.forced (a int);
alter table shop.forced enable row level security;
create table shop.only_forced (a int);
comment on index shop.orders_two is 'another';
