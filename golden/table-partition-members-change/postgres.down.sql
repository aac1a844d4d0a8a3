-- postgres:14, direct, down: 15 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 15 (contract): undo: drop index sales_eu_note of sales_eu
CREATE INDEX sales_eu_note ON sales_eu (memo);
-- step 14 (expand): undo: comment on table sales_other
COMMENT ON TABLE sales_other IS 'The rest.';
-- step 13 (expand): undo: set default of amount of sales_other
ALTER TABLE sales_other ALTER COLUMN amount SET DEFAULT 1;
-- step 12 (expand): undo: set default of memo of sales_as
ALTER TABLE sales_as ALTER COLUMN memo DROP DEFAULT;
-- step 11 (expand): undo: drop default of amount of sales_as
ALTER TABLE sales_as ALTER COLUMN amount SET DEFAULT 1;
-- step 10 (expand): undo: add primary key sales_as_pkey to sales_as
ALTER TABLE sales_as DROP CONSTRAINT sales_as_pkey;
-- step 9 (expand): undo: change options of table sales_us
ALTER TABLE sales_us RESET (fillfactor);
-- step 8 (expand): undo: set default of amount of sales_us
ALTER TABLE sales_us ALTER COLUMN amount SET DEFAULT 5;
-- step 7 (expand): undo: name index sales_eu_amount of sales_eu
ALTER INDEX sales_eu_amount RENAME TO sales_eu_amount_idx;
-- step 6 (expand): undo: add check eu_amount to sales_eu
ALTER TABLE sales_eu DROP CONSTRAINT eu_amount;
-- step 5 (expand): undo: drop check eu_amount of sales_eu
ALTER TABLE sales_eu ADD CONSTRAINT eu_amount CHECK (amount > 0);
-- step 4 (expand): undo: create index sales_amount_idx on sales
DROP INDEX sales_amount_idx;
-- step 3 (expand): undo: add column extra to sales
-- loses values written since
ALTER TABLE sales DROP COLUMN extra;
-- step 2 (expand): undo: set default of amount of sales
ALTER TABLE ONLY sales ALTER COLUMN amount SET DEFAULT 1;
ALTER TABLE ONLY sales_eu ALTER COLUMN amount SET DEFAULT 1;
-- step 1 (expand): undo: rename column note of sales to memo
ALTER TABLE sales RENAME COLUMN memo TO note;
COMMIT;
