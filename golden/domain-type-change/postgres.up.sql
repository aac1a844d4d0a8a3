-- postgres:14, direct, up: 10 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): drop foreign key parts_item_fkey of parts
ALTER TABLE parts DROP CONSTRAINT parts_item_fkey;
-- step 2 (expand): drop function greet(label)
DROP FUNCTION greet(label);
-- step 3 (expand): drop view names
DROP VIEW names;
-- step 4 (expand): replace domain label
LOCK TABLE items, parts IN ACCESS EXCLUSIVE MODE;
ALTER TABLE items DROP CONSTRAINT named;
DROP INDEX items_lower_idx;
ALTER DOMAIN label RENAME TO label__old;
CREATE DOMAIN label AS varchar(60) CONSTRAINT label_check CHECK (value <> '');
ALTER TABLE items
  ALTER COLUMN name DROP DEFAULT,
  ALTER COLUMN name TYPE label USING name::text::label,
  ALTER COLUMN name SET DEFAULT 'none',
  ALTER COLUMN tags TYPE label[] USING tags::text::label[];
ALTER TABLE parts ALTER COLUMN item TYPE label USING item::text::label;
CREATE INDEX items_lower_idx ON items (lower(name));
ALTER TABLE items ADD CONSTRAINT named CHECK (name <> 'all');
-- step 5 (expand): add foreign key parts_item_fkey to parts
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(concat_ws(', ', child.item::text), 200)) INTO schemac_rows, schemac_sample
    FROM parts AS child WHERE child.item IS NOT NULL AND
    NOT EXISTS (SELECT 1 FROM items AS parent WHERE parent.name = child.item);
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard no-orphans: rows of parts refer to rows of items that do not exist', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
LOCK TABLE items, parts IN SHARE ROW EXCLUSIVE MODE;
ALTER TABLE parts ADD CONSTRAINT parts_item_fkey FOREIGN KEY (item) REFERENCES items (name);
-- step 6 (expand): replace domain code
LOCK TABLE items IN ACCESS EXCLUSIVE MODE;
ALTER DOMAIN code RENAME TO code__old;
CREATE DOMAIN code AS label CONSTRAINT short CHECK (length(value) < 40);
ALTER TABLE items ALTER COLUMN code TYPE code USING code::text::code;
-- step 7 (expand): drop the former domain code
DROP DOMAIN code__old;
-- step 8 (expand): drop the former domain label
DROP DOMAIN label__old;
-- step 9 (expand): create view names
CREATE VIEW names AS
select id, name, code from items;
-- step 10 (expand): create function greet(label)
SET LOCAL check_function_bodies = off;
CREATE FUNCTION greet(who label) returns text language sql AS $$select 'hello ' || who$$;
SET LOCAL check_function_bodies = on;
COMMIT;
