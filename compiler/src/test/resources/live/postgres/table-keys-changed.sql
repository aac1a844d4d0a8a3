-- The same tables as table-keys has, with every clause another one.
create schema "Odd Name";
create schema "select";
create table accounts (
  id bigint constraint accounts_key primary key,
  email varchar(200) not null,
  code text constraint "Code Unique" unique,
  region text not null,
  branch int not null,
  opened date,
  closed date,
  balance numeric(12, 2) default 1 not null constraint accounts_balance_check check (balance >= 1),
  constraint accounts_region_branch unique (region, branch) include (opened),
  constraint closed_after_opened check (closed is null or closed >= opened) no inherit,
  check (branch > 0 and branch < 2000),
  constraint by_parent check (balance < 1000000),
  unique (opened, closed) deferrable initially deferred,
  constraint accounts_mail unique (email)
);
create table "Odd Name"."Tab""le" (
  "select" int,
  "A b" text,
  "Ünï" text default 'ö',
  "from" int,
  "back`tick" int not null default 3,
  "dot.ted" int,
  "percent%s" int,
  constraint "Key" primary key ("A b", "select"),
  constraint "where" unique ("back`tick", "from"),
  constraint "a.b ""c""" check ("dot.ted" > "percent%s" + 1),
  constraint "Upper" check ("A b" ~ '^x')
);
create table "select"."table" (
  "user" int primary key,
  "order" int references "select"."table" ("user") on delete cascade,
  "Group" int
);
create table links (
  id bigint primary key,
  account bigint not null references accounts on delete restrict,
  odd int,
  "odd text" text,
  region text,
  branch int,
  email varchar(200) references accounts (email) on delete set null,
  self bigint references links deferrable initially deferred,
  parent bigint,
  foreign key ("odd text", odd) references "Odd Name"."Tab""le",
  constraint links_region foreign key (region, branch) references accounts (region, branch),
  constraint links_parent foreign key (parent) references links (id) on delete restrict not valid
);
create table first (id int primary key, second int, t text, constraint to_be_validated check (t <> 'x'));
create table second (id int primary key, first int references first on delete set null);
alter table first add constraint first_second_fkey foreign key (second) references second;
alter table second add constraint second_to_be_validated foreign key (id) references first;
create table meetings (
  room int,
  during tstzrange,
  who text,
  canceled boolean not null default true,
  constraint one_at_a_time exclude using gist (during with &&) where (canceled),
  exclude (who with =) with (fillfactor = 70),
  constraint by_hash exclude using btree (room with =)
);
create table with_options (
  a int primary key with (fillfactor = 80),
  b int,
  c text,
  constraint b_unique unique (b),
  unique (c) include (b)
);
comment on table accounts is 'another';
comment on column accounts.email is 'mail';
comment on constraint links_parent on links is 'one line';
comment on column "Odd Name"."Tab""le"."Ünï" is 'ü "x" `y`';
