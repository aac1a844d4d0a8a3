-- Partitions made in one and attached, with own names, options, columns and keys, to three depths.
create schema archive;
create table customer (id int primary key);

create table measurements (
  id int not null,
  day date not null,
  city int not null default 1,
  note text default 'none',
  customer int references customer,
  at timestamptz,
  primary key (id, day, city),
  constraint id_is_sane check (id > 0)
) partition by range (day);
create index on measurements (city, lower(note));
create unique index measurements_part on measurements (day, id, city) where (city > 0);
comment on table measurements is 'Readings by day.';
comment on column measurements.note is 'Anything.';

create table m_old partition of measurements (city default 2, constraint old_city check (city < 100))
  for values from (minvalue) to ('2020-01-02') with (fillfactor = 70);
create index on m_old (note);
comment on table m_old is 'Old.';
comment on column m_old.note is 'Of old.';

create table archive.m_2020 partition of measurements for values from ('2020-01-02') to ('2021-01-01') partition by list (city);
create table archive.m_2020_near partition of archive.m_2020 for values in (1, 2) partition by hash (id);
create table archive.m_2020_near_0 partition of archive.m_2020_near for values with (modulus 2, remainder 0);
create table archive.m_2020_near_1 partition of archive.m_2020_near for values with (modulus 2, remainder 1);
alter table archive.m_2020_near_1 add foreign key (id) references customer (id) on delete cascade;
create table archive.m_2020_far partition of archive.m_2020 for values in (3, -4);
create unlogged table archive.m_2020_else partition of archive.m_2020 default;

create table m_late (
  at timestamptz,
  customer int,
  id int not null,
  day date not null,
  city int not null,
  note text not null,
  constraint id_is_sane check (id > 0),
  constraint m_late_key primary key (id, day, city) with (fillfactor = 90)
);
create index m_late_by_city on m_late (city, lower(note)) with (fillfactor = 80);
alter table measurements attach partition m_late for values from ('2021-01-01') to (maxvalue);
comment on constraint m_late_key on m_late is 'By hand.';
comment on index m_late_by_city is 'By hand too.';
alter index measurements_city_lower_idx rename to by_city;
alter table m_old enable row level security;

create table by_expression (name text not null, at timestamptz(0) not null, kind varchar(3), flag boolean)
  partition by range (lower(name), at);
create table names_a partition of by_expression for values from ('a', minvalue) to ('m''n', '2020-01-01 00:00:00+01');
create table names_rest partition of by_expression default;

create table by_kind (kind varchar(3), amount numeric(8, 2), flag boolean, identity int generated always as identity, total numeric generated always as (amount * 2) stored)
  partition by list (kind);
create table kind_ab partition of by_kind for values in ('a', 'b', null);
create table kind_flags partition of by_kind for values in ('c') partition by list (flag);
create table kind_true partition of kind_flags for values in (true);
create table kind_false (kind varchar(3), amount numeric(8, 2) default 3, flag boolean, identity int not null, total numeric generated always as (amount * 2) stored);
alter table kind_flags attach partition kind_false for values in (false);
create table empty_parent (id int, x int) partition by hash (id, x);
create table by_amount (amount numeric(8, 2), ts timestamp, b bigint) partition by range (amount, ts, b);
create table amounts partition of by_amount for values from (1.5, '2020-01-01', -5) to ('2.50', '2020-02-01 10:00:00.5', maxvalue);

-- switched in some partitions alone, marked by keys that come from above, valid in some
create function fire() returns trigger language plpgsql as 'begin return new; end';
create table logs (id int not null, at date not null, kind text, v int, primary key (id, at)) partition by range (at);
create unique index logs_kind on logs (kind, at, id);
create table archive.logs_a partition of logs for values from ('2020-01-01') to ('2021-01-01');
create table logs_b partition of logs for values from ('2021-01-01') to ('2022-01-01') partition by list (id);
create table archive.logs_b1 partition of logs_b for values in (1);
create table logs_b2 partition of logs_b for values in (2);
create trigger fires before insert on logs for each row execute function fire();
create constraint trigger fires_later after insert on logs deferrable for each row execute function fire();
alter table archive.logs_a disable trigger fires;
alter table logs_b enable always trigger fires;
alter table only logs_b2 enable replica trigger fires;
alter table logs disable trigger fires_later;
alter table only archive.logs_b1 enable trigger fires_later;
alter table archive.logs_a cluster on logs_a_pkey;
alter table logs_b2 replica identity using index logs_b2_pkey;
alter table logs add constraint kinds check (kind <> '') not valid;
alter table archive.logs_a validate constraint kinds;
alter table logs add constraint v_small check (v < 100) not valid;
create table counted (id int, n serial, k text) partition by list (id);
create table counted_one partition of counted for values in (1);
