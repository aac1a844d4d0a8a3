-- postgres:14, direct, up: 15 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): rename column note of sales to memo
ALTER TABLE sales RENAME COLUMN note TO memo;
-- step 2 (expand): set default of amount of sales
ALTER TABLE ONLY sales ALTER COLUMN amount SET DEFAULT 2;
ALTER TABLE ONLY sales_eu ALTER COLUMN amount SET DEFAULT 2;
-- step 3 (expand): add column extra to sales
ALTER TABLE sales ADD COLUMN extra integer;
-- step 4 (expand): create index sales_amount_idx on sales
CREATE INDEX sales_amount_idx ON sales (amount);
-- step 5 (expand): drop check eu_amount of sales_eu
ALTER TABLE sales_eu DROP CONSTRAINT eu_amount;
-- step 6 (expand): add check eu_amount to sales_eu
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(CAST(ROW(sales_eu.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM sales_eu WHERE (amount > 1) IS FALSE;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard no-violations: rows of sales_eu violate eu_amount', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
ALTER TABLE sales_eu ADD CONSTRAINT eu_amount CHECK (amount > 1);
-- step 7 (expand): name index sales_eu_amount of sales_eu
ALTER INDEX sales_eu_amount_idx RENAME TO sales_eu_amount;
-- step 8 (expand): set default of amount of sales_us
ALTER TABLE sales_us ALTER COLUMN amount SET DEFAULT 6;
-- step 9 (expand): change options of table sales_us
ALTER TABLE sales_us SET (fillfactor = 50);
-- step 10 (expand): add primary key sales_as_pkey to sales_as
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT sum(n), min(sample) INTO schemac_rows, schemac_sample FROM (
    SELECT count(*) AS n, left(concat_ws(', ', (id)::text), 200) AS sample FROM sales_as WHERE (id) IS NOT NULL GROUP BY (id) HAVING count(*) > 1) AS duplicates;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard no-duplicates: rows of sales_as share id', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
ALTER TABLE sales_as ADD CONSTRAINT sales_as_pkey PRIMARY KEY (id);
-- step 11 (expand): drop default of amount of sales_as
ALTER TABLE sales_as ALTER COLUMN amount DROP DEFAULT;
-- step 12 (expand): set default of memo of sales_as
ALTER TABLE sales_as ALTER COLUMN memo SET DEFAULT 'x';
-- step 13 (expand): set default of amount of sales_other
ALTER TABLE sales_other ALTER COLUMN amount SET DEFAULT 9;
-- step 14 (expand): comment on table sales_other
COMMENT ON TABLE sales_other IS NULL;
-- step 15 (contract): drop index sales_eu_note of sales_eu
DROP INDEX sales_eu_note;
COMMIT;
