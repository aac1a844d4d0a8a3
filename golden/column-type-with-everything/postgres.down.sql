-- postgres:14, direct, down: 11 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 11 (expand): undo: create trigger invoices.a_touch
DROP TRIGGER a_touch ON invoices;
-- step 10 (expand): undo: create materialized view totals
DROP MATERIALIZED VIEW totals;
-- step 9 (expand): undo: create view bigger_invoices
DROP VIEW bigger_invoices;
-- step 8 (expand): undo: create view big_invoices
DROP VIEW big_invoices;
-- step 7 (expand): undo: change type of changed of invoices
-- loses the values of changed before they were converted
ALTER TABLE invoices ALTER COLUMN changed TYPE timestamp;
-- step 6 (expand): undo: change type of code of invoices
ALTER TABLE invoices ALTER COLUMN code TYPE varchar(10);
-- step 5 (expand): undo: change type of amount of invoices
ALTER TABLE invoices
  ALTER COLUMN amount DROP DEFAULT,
  ALTER COLUMN amount TYPE integer,
  ALTER COLUMN amount SET DEFAULT 7;
-- step 4 (expand): undo: drop view big_invoices
CREATE VIEW big_invoices AS
select id, amount from invoices where amount > 100;
-- step 3 (expand): undo: drop view bigger_invoices
CREATE VIEW bigger_invoices AS
select id, amount from big_invoices where amount > 200;
-- step 2 (expand): undo: drop materialized view totals
CREATE MATERIALIZED VIEW totals AS
select kind, sum(amount) as total from invoices group by kind;
CREATE INDEX totals_kind_idx ON totals (kind);
-- step 1 (expand): undo: drop trigger invoices.a_touch
CREATE TRIGGER a_touch before update of amount on invoices for each row EXECUTE FUNCTION touch_invoice();
COMMIT;
