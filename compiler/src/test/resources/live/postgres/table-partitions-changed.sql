-- The same tables later: partitions came, went, moved, were attached and detached, and changed.
create schema archive;
create table customer (id int primary key);

create table measurements (
  id int not null,
  day date not null,
  city int not null default 5,
  note text,
  customer int references customer,
  at timestamptz not null,
  extra int,
  primary key (id, day, city),
  constraint id_is_positive check (id > 0)
) partition by range (day);
create index by_city on measurements (city, lower(note));
create index on measurements (at);

-- detached, then changed
create table m_old (id int not null, day date not null, city int default 2, note text, customer int, at timestamptz, constraint old_city check (city < 100));
create index m_old_note_idx on m_old (note);

create table archive.m_2020 partition of measurements for values from ('2020-01-02') to ('2020-06-01') partition by list (city);
create table archive.m_2020_near partition of archive.m_2020 for values in (1, 2, 7) partition by hash (id);
create table archive.m_2020_near_0 partition of archive.m_2020_near for values with (modulus 2, remainder 0);
create table archive.m_2020_near_1 partition of archive.m_2020_near for values with (modulus 4, remainder 1);
create table archive.m_2020_near_3 partition of archive.m_2020_near for values with (modulus 4, remainder 3) with (fillfactor = 40);
create table archive.m_2020_else partition of archive.m_2020 default;
create table m_2020_b partition of measurements for values from ('2020-06-01') to ('2021-01-01');
create index on m_2020_b (note);
alter index m_2020_b_at_idx rename to m_2020_b_when;

create table m_late partition of measurements (note default 'late') for values from ('2021-01-01') to ('2022-01-01');
create table m_rest partition of measurements default;

create table by_expression (name text not null, at timestamptz(0) not null, kind varchar(3), flag boolean)
  partition by range (lower(name), at);
create table names_a partition of by_expression for values from ('a', minvalue) to ('m', minvalue);
create table names_m partition of by_expression for values from ('m', minvalue) to ('z', maxvalue);

create table by_kind (kind varchar(3), amount numeric(8, 2), flag boolean, identity int generated always as identity, total numeric generated always as (amount * 2) stored)
  partition by list (kind);
create table kind_ab partition of by_kind for values in ('a', 'b', null);
create table kind_false partition of by_kind (flag default false) for values in ('c');
create table empty_parent (id int, x int) partition by hash (id, x);
create table amounts (amount numeric(8, 2), ts timestamp, b bigint primary key);

create function fire() returns trigger language plpgsql as 'begin return new; end';
create table logs (id int not null, at date not null, kind text, v int, primary key (id, at)) partition by range (at);
create unique index logs_kind on logs (kind, at, id);
create table archive.logs_a partition of logs for values from ('2020-01-01') to ('2021-01-01');
create table logs_b partition of logs for values from ('2021-01-01') to ('2022-01-01') partition by list (id);
create table archive.logs_b1 partition of logs_b for values in (1);
create table logs_b2 partition of logs_b for values in (2);
create table logs_c partition of logs for values from ('2022-01-01') to ('2023-01-01');
create trigger fires before insert on logs for each row execute function fire();
create constraint trigger fires_later after insert on logs deferrable for each row execute function fire();
alter table logs_c disable trigger fires;
alter table only archive.logs_b1 enable replica trigger fires;
alter table logs_c enable always trigger fires_later;
alter table archive.logs_a cluster on logs_a_kind_at_id_idx;
alter table logs_c replica identity using index logs_c_pkey;
alter table logs add constraint kinds check (kind <> '') not valid;
alter table archive.logs_a validate constraint kinds;
alter table logs_c validate constraint kinds;
alter table logs add constraint v_small check (v < 100);
create table counted (id int, n serial, k text) partition by range (id);
create table counted_one partition of counted for values from (1) to (2);
