-- postgres:14, direct, up: 17 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): create namespace archive
CREATE SCHEMA archive;
-- step 2 (expand): create namespace shop
CREATE SCHEMA shop;
-- step 3 (expand): create table shop.customer
CREATE TABLE shop.customer (
  id integer NOT NULL,
  CONSTRAINT customer_pkey PRIMARY KEY (id)
);
-- step 4 (expand): create table shop.measurements
CREATE TABLE shop.measurements (
  id integer NOT NULL,
  day date NOT NULL,
  city integer DEFAULT 1 NOT NULL,
  note text,
  customer integer NOT NULL,
  CONSTRAINT measurements_pkey PRIMARY KEY (id, day, city),
  CONSTRAINT id_is_sane CHECK (id > 0)
) PARTITION BY RANGE (day);
CREATE INDEX measurements_city_lower_idx ON shop.measurements (city, lower(note));
CREATE UNIQUE INDEX measurements_day_id_city_idx ON shop.measurements (day, id, city) WHERE (city > 0);
COMMENT ON TABLE shop.measurements IS 'Readings by day.';
-- step 5 (expand): add foreign key measurements_customer_fkey to shop.measurements
ALTER TABLE shop.measurements ADD CONSTRAINT measurements_customer_fkey FOREIGN KEY (customer) REFERENCES shop.customer (id);
-- step 6 (expand): create table shop.m_old
CREATE TABLE shop.m_old (
  id integer NOT NULL,
  day date NOT NULL,
  city integer DEFAULT 2 NOT NULL,
  note text NOT NULL,
  customer integer NOT NULL,
  CONSTRAINT old_city CHECK (city < 100),
  CONSTRAINT id_is_sane CHECK (id > 0)
) WITH (fillfactor = 70);
ALTER TABLE shop.m_old ENABLE ROW LEVEL SECURITY;
CREATE INDEX m_old_by_note ON shop.m_old (note);
COMMENT ON TABLE shop.m_old IS 'The oldest rows.';
ALTER TABLE shop.measurements ATTACH PARTITION shop.m_old FOR VALUES FROM (MINVALUE) TO ('2020-01-02');
-- step 7 (expand): create table archive.m_2020
CREATE TABLE archive.m_2020 PARTITION OF shop.measurements FOR VALUES FROM ('2020-01-02') TO ('2021-01-01') PARTITION BY LIST (city);
-- step 8 (expand): create table archive.m_2020_near
CREATE TABLE archive.m_2020_near PARTITION OF archive.m_2020 FOR VALUES IN (1, 2) PARTITION BY HASH (id);
-- step 9 (expand): create table archive.m_2020_near_0
CREATE TABLE archive.m_2020_near_0 PARTITION OF archive.m_2020_near FOR VALUES WITH (modulus 2, remainder 0);
-- step 10 (expand): create table archive.m_2020_near_1
CREATE TABLE archive.m_2020_near_1 PARTITION OF archive.m_2020_near FOR VALUES WITH (modulus 2, remainder 1);
-- step 11 (expand): add foreign key m_2020_near_1_id_fkey to archive.m_2020_near_1
ALTER TABLE archive.m_2020_near_1 ADD CONSTRAINT m_2020_near_1_id_fkey FOREIGN KEY (id) REFERENCES shop.customer (id);
-- step 12 (expand): create table archive.m_2020_far
CREATE TABLE archive.m_2020_far (
  id integer NOT NULL,
  day date NOT NULL,
  city integer DEFAULT 1 NOT NULL,
  note text,
  customer integer NOT NULL,
  CONSTRAINT id_is_sane CHECK (id > 0)
);
CREATE INDEX m_2020_far_city ON archive.m_2020_far (city, lower(note));
ALTER TABLE archive.m_2020 ATTACH PARTITION archive.m_2020_far FOR VALUES IN (3, -4, NULL);
-- step 13 (expand): create table archive.m_2020_else
CREATE UNLOGGED TABLE archive.m_2020_else PARTITION OF archive.m_2020 DEFAULT;
-- step 14 (expand): create table shop.m_late
CREATE TABLE shop.m_late (
  id integer NOT NULL,
  day date NOT NULL,
  city integer DEFAULT 1 NOT NULL,
  note text NOT NULL,
  customer integer NOT NULL,
  CONSTRAINT m_late_key PRIMARY KEY (id, day, city),
  CONSTRAINT id_is_sane CHECK (id > 0)
);
CREATE INDEX m_late_city ON shop.m_late (city, lower(note)) WITH (fillfactor = 80);
COMMENT ON CONSTRAINT m_late_key ON shop.m_late IS 'Named by hand.';
ALTER TABLE shop.measurements ATTACH PARTITION shop.m_late FOR VALUES FROM ('2021-01-01') TO (MAXVALUE);
-- step 15 (expand): create table shop.by_expression
CREATE TABLE shop.by_expression (
  name text NOT NULL,
  at timestamptz(0) NOT NULL
) PARTITION BY RANGE (lower(name), at);
-- step 16 (expand): create table shop.names_a
CREATE TABLE shop.names_a PARTITION OF shop.by_expression (
  CONSTRAINT names_a_not_empty CHECK (name <> '')
) FOR VALUES FROM ('a', MINVALUE) TO ('m', '2019-12-31 23:00:00+00');
-- step 17 (expand): create table shop.names_rest
CREATE TABLE shop.names_rest PARTITION OF shop.by_expression DEFAULT;
COMMIT;
