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
