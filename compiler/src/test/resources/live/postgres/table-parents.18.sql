-- Heirs of one and of several parents, columns of their own that parents have too.
do $$ begin create role live_one; exception when duplicate_object then null; end $$;
do $$ begin create role live_two; exception when duplicate_object then null; end $$;
create table base (id int not null, name text default 'b', amount numeric check (amount > 0),
  constraint base_pk primary key (id));
create table tagged (tags text[] not null default '{}', name text,
  constraint few check (cardinality(tags) < 9) );
create table child (extra int, primary key (id)) inherits (base, tagged);
create table grand (more text, name text default 'g' not null) inherits (child);
create table only_base (z int unique) inherits (base);
create table lone (id int constraint base_id_not_null not null, name text, amount numeric,
  constraint base_amount_check check (amount > 0));
alter table lone inherit base;
create function tf() returns trigger language plpgsql as 'begin return new; end';
create trigger bt before insert on base for each row execute function tf();
create trigger ct after update on child for each row execute function tf();
create index on base (name);
create index on child (name);
alter table base add constraint local check (id < 1000) no inherit;
alter table tagged alter tags set storage external;
insert into child (id, amount) select i, i from generate_series(1, 5) i;
insert into grand (id, amount, more) select i, i, 'm' from generate_series(6, 9) i;
create view all_base as select tableoid::regclass as t, id, name from base;
create view only_b as select id from only base;
create rule r as on insert to base do also notify x;
comment on column child.name is 'cn';
comment on constraint few on tagged is 'f';
grant select on base to live_one;
grant select on child to live_two;
create table ref (c int references child, b int references base);
alter table base enable row level security;
create policy p on base using (true);
create policy p on child using (id > 3);
