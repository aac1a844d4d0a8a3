-- Keys, checks and foreign keys with every clause they have.
create schema "Odd Name";
create schema "select";
create table accounts (
  id bigint constraint accounts_identity primary key,
  email varchar(200) not null unique,
  code text constraint "Code Unique" unique deferrable initially deferred,
  region text not null,
  branch int not null,
  opened date,
  closed date,
  balance numeric(12, 2) not null default 0 check (balance >= 0),
  constraint accounts_region_branch unique (region, branch) include (opened, closed),
  constraint closed_after_opened check (closed is null or closed > opened),
  check (region <> ''),
  check (branch > 0 and branch < 1000),
  constraint by_parent check (balance < 1000000) no inherit,
  unique (opened, closed) deferrable
);
create table "Odd Name"."Tab""le" (
  "select" int,
  "A b" text,
  "Ünï" text default 'ä',
  "from" int,
  "back`tick" int,
  "dot.ted" int,
  "percent%s" int,
  primary key ("select", "A b") include ("Ünï"),
  constraint "where" unique ("from", "back`tick"),
  constraint "a.b ""c""" check ("dot.ted" > "percent%s"),
  constraint "Upper" check ("A b" ~* '^x')
);
create table "select"."table" (
  "user" int primary key,
  "order" int references "select"."table" ("user"),
  "Group" int references "select"."table" on delete set null on update cascade
);
create table links (
  id bigint primary key using index tablespace pg_default,
  account bigint not null references accounts on delete cascade on update restrict,
  odd int,
  "odd text" text,
  region text,
  branch int,
  email varchar(200) references accounts (email) match simple on delete set default,
  self bigint references links deferrable initially immediate,
  parent bigint,
  foreign key (odd, "odd text") references "Odd Name"."Tab""le" match full on update set null,
  constraint links_region foreign key (region, branch) references accounts (region, branch)
    on delete no action on update set default deferrable initially deferred,
  constraint links_parent foreign key (parent) references links (id) on delete restrict
);
create table first (id int primary key, second int, t text);
create table second (id int primary key, first int references first on delete cascade);
alter table first add constraint first_second_fkey foreign key (second) references second on delete set null;
alter table first add constraint to_be_validated check (t <> 'x') not valid;
alter table second add constraint second_to_be_validated foreign key (id) references first not valid;
create table meetings (
  room int,
  during tstzrange,
  who text,
  canceled boolean not null default false,
  constraint one_at_a_time exclude using gist (during with &&) where (not canceled),
  exclude using gist (int4range(room, room, '[]') with &&, tstzrange(lower(during), upper(during)) with &&) deferrable,
  exclude (who with =) with (fillfactor = 60) where (who is not null),
  constraint by_hash exclude using hash (room with =)
);
create table with_options (
  a int primary key with (fillfactor = 70),
  b int,
  c text,
  constraint b_unique unique (b) with (fillfactor = 50),
  unique (c) include (b) with (deduplicate_items = off)
);
comment on table accounts is 'line one
line two ''quoted'' */ -- // """';
comment on column accounts.email is E'tab\there ';
comment on constraint by_parent on accounts is 'checked';
comment on constraint accounts_identity on accounts is 'key';
comment on constraint links_parent on links is E'two\nlines';
comment on constraint one_at_a_time on meetings is 'no overlap';
comment on column "Odd Name"."Tab""le"."A b" is '';
comment on column "Odd Name"."Tab""le"."Ünï" is 'ü "x" `y`';
comment on table "select"."table" is 'E''looks escaped''';
comment on index "Odd Name"."where" is 'index of a constraint';
