-- postgres:14, direct, down: 5 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 5 (expand): undo: create function greet(label)
DROP FUNCTION greet(label);
-- step 4 (expand): undo: create view names
DROP VIEW names;
-- step 3 (expand): undo: replace domain label
-- loses what the conversion of values took from them
LOCK TABLE items, parts IN ACCESS EXCLUSIVE MODE;
ALTER TABLE items DROP CONSTRAINT named;
DROP INDEX items_lower_idx;
ALTER DOMAIN label RENAME TO label__old;
ALTER DOMAIN code RENAME TO code__old;
CREATE DOMAIN label AS varchar(20) CONSTRAINT label_check CHECK (value <> '');
CREATE DOMAIN code AS label CONSTRAINT short CHECK (length(value) < 40);
ALTER TABLE items
  ALTER COLUMN name DROP DEFAULT,
  ALTER COLUMN name TYPE label,
  ALTER COLUMN name SET DEFAULT 'none',
  ALTER COLUMN tags TYPE label[],
  ALTER COLUMN code TYPE code;
ALTER TABLE parts ALTER COLUMN item TYPE label;
CREATE INDEX items_lower_idx ON items (lower(name));
ALTER TABLE items ADD CONSTRAINT named CHECK (name <> 'all');
DROP DOMAIN code__old;
DROP DOMAIN label__old;
-- step 2 (expand): undo: drop view names
CREATE VIEW names AS
select id, name, code from items;
-- step 1 (expand): undo: drop function greet(label)
SET LOCAL check_function_bodies = off;
CREATE FUNCTION greet(who label) returns text language sql AS $$select 'hello ' || who$$;
SET LOCAL check_function_bodies = on;
COMMIT;
