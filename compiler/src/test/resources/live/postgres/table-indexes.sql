-- Indexes with every clause, and what tables are stored with.
create schema shop;
create schema "Mixed Case";
create type shop.state as enum ('new', 'paid', 'sent');
create function shop.initial(text) returns text language sql immutable as 'select left($1, 1)';
create table shop.orders (
  id bigint primary key,
  name text not null,
  note varchar(200),
  state shop.state not null default 'new',
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
  gone boolean not null default false
);
create index on shop.orders (name);
create index orders_two on shop.orders (name, created desc);
create index orders_nulls on shop.orders (amount desc nulls last, created nulls first, note asc);
create unique index orders_unique on shop.orders (lower(name), (note || 'x')) include (amount, state) where not gone;
create index orders_state on shop.orders (state) where state in ('new', 'paid');
create index orders_one_state on shop.orders (created) where state = 'new' and amount > 10.50;
create index orders_gin on shop.orders using gin (tags);
create index orders_json on shop.orders using gin (data jsonb_path_ops) with (fastupdate = off, gin_pending_list_limit = 128);
create index orders_json_expression on shop.orders ((data ->> 'a'), ((data -> 'b') ->> 'c'), ((data #>> '{d,e}'::text[])));
create index orders_words on shop.orders using gin (to_tsvector('english', name || ' ' || coalesce(note, '')));
create index orders_gist on shop.orders using gist (period) with (fillfactor = 80, buffering = auto);
create index orders_place on shop.orders using spgist (place) with (fillfactor = 75);
create index orders_address on shop.orders using gist (address inet_ops);
create index orders_brin on shop.orders using brin (created) with (pages_per_range = 32, autosummarize = on);
create index orders_hash on shop.orders using hash (name) with (fillfactor = 60);
create index orders_pattern on shop.orders (name text_pattern_ops, note varchar_pattern_ops);
create index orders_collated on shop.orders (name collate "C", lower(note) collate "POSIX" desc);
create index orders_filled on shop.orders (amount) with (fillfactor = 55, deduplicate_items = off);
create index "Odd Index" on shop.orders ("Odd Name", upper("Odd Name"));
create index orders_initial on shop.orders (shop.initial(name));
create index orders_case on shop.orders ((case when gone then null else name end));
create index orders_cast on shop.orders ((amount::int), (created at time zone 'utc'), date_trunc('day', created at time zone 'utc'));
create index orders_flags on shop.orders ((flags & 4), (flags >> 1), abs(flags));
create index orders_not_null on shop.orders (note) where note is not null;
create index orders_like on shop.orders (id) where name like 'a%' or note !~~ '%b' or name ~ '^x' or name ilike 'c_';
create index orders_between on shop.orders (id) where amount between 1 and 5 and not (gone and flags = 1);
create index orders_distinct on shop.orders (id) where note is distinct from 'x' and gone is not true;
alter index shop.orders_words alter column 1 set statistics 400;
alter table shop.orders cluster on orders_two;
create table "Mixed Case"."Upper" ("Id" int, "a b" text, "c""d" text);
create unique index "Mixed.Index" on "Mixed Case"."Upper" ("Id", lower("a b") desc);
alter table "Mixed Case"."Upper" alter column "Id" set not null;
create unique index identity_index on "Mixed Case"."Upper" ("Id");
alter table "Mixed Case"."Upper" replica identity using index identity_index;
create unlogged table shop.unlogged (a int, b serial, c bigint generated always as identity);
create table shop.stored (
  a int,
  b text,
  c text,
  d text,
  e bytea,
  f numeric
) with (fillfactor = 70, toast_tuple_target = 4096, parallel_workers = 4, autovacuum_enabled = false,
  autovacuum_vacuum_scale_factor = 0.05, toast.autovacuum_enabled = off, log_autovacuum_min_duration = 1000);
alter table shop.stored alter column b set storage external;
alter table shop.stored alter column c set storage main;
alter table shop.stored alter column d set storage plain;
alter table shop.stored alter column b set compression pglz;
alter table shop.stored alter column a set statistics 500;
alter table shop.stored alter column c set statistics 0;
alter table shop.stored alter column a set (n_distinct = -0.5, n_distinct_inherited = 100);
alter table shop.stored replica identity full;
create table shop.nothing ();
alter table shop.nothing replica identity nothing;
create table shop.secured (a int, owner text default current_user);
alter table shop.secured enable row level security;
create table shop.forced (a int);
alter table shop.forced enable row level security;
alter table shop.forced force row level security;
create table shop.only_forced (a int);
alter table shop.only_forced force row level security;
comment on index shop.orders_two is 'two';
comment on index shop."Odd Index" is 'odd ''index''';
comment on index "Mixed Case"."Mixed.Index" is E'a\nb';
