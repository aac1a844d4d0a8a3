-- Other parents, columns and checks.
do $$ begin create role live_one; exception when duplicate_object then null; end $$;
create table base (id bigint not null, label varchar(30), amount numeric(10,2), kind int default 3,
  constraint base_pk primary key (id));
create table tagged (tags varchar[] default '{x}', name text not null,
  constraint few check (cardinality(tags) < 5) );
create table child (extra bigint default 4, primary key (id)) inherits (tagged, base);
create table grand (more text) inherits (base);
create table only_base (z int, id bigint not null, label varchar(30), amount numeric(10,2), kind int);
create table lone (id bigint constraint base_id_not_null not null, label varchar(30), amount numeric(10,2),
  kind int default 5, own text);
alter table lone inherit base;
create function tf() returns trigger language plpgsql as 'begin return old; end';
create trigger bt before update on tagged for each row execute function tf();
create trigger ct after delete on grand for each row execute function tf();
create index on base (label, id);
create index on grand (more);
alter table base add constraint local check (id < 2000);
insert into child (id, name, amount) select i, 'n', i from generate_series(1, 5) i;
create view all_base as select tableoid::regclass as t, id, kind from base;
create view only_b as select tags from only tagged;
create rule r as on update to child do also notify x;
comment on column grand.label is 'cn';
comment on constraint few on tagged is 'f2';
grant select on grand to live_one;
create table ref (c bigint references child on delete cascade, b bigint);
alter table grand enable row level security;
create policy p on grand using (true);
