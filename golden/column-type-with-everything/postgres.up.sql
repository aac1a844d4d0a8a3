-- postgres:14, direct, up: 11 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): drop trigger invoices.a_touch
DROP TRIGGER a_touch ON invoices;
-- step 2 (expand): drop materialized view totals
DROP MATERIALIZED VIEW totals;
-- step 3 (expand): drop view bigger_invoices
DROP VIEW bigger_invoices;
-- step 4 (expand): drop view big_invoices
DROP VIEW big_invoices;
-- step 5 (expand): change type of amount of invoices
ALTER TABLE invoices
  ALTER COLUMN amount DROP DEFAULT,
  ALTER COLUMN amount TYPE bigint,
  ALTER COLUMN amount SET DEFAULT 9;
CREATE OR REPLACE FUNCTION touch_invoice() returns trigger language plpgsql AS $$
begin
  new.note := 'amount ' || new.amount;
  return new;
end
$$;
-- step 6 (expand): change type of code of invoices
ALTER TABLE invoices ALTER COLUMN code TYPE text;
-- step 7 (expand): change type of changed of invoices
ALTER TABLE invoices ALTER COLUMN changed TYPE timestamptz USING changed AT TIME ZONE 'UTC';
-- step 8 (expand): create view big_invoices
CREATE VIEW big_invoices AS
select id, amount from invoices where amount > 100;
-- step 9 (expand): create view bigger_invoices
CREATE VIEW bigger_invoices AS
select id, amount from big_invoices where amount > 200;
-- step 10 (expand): create materialized view totals
CREATE MATERIALIZED VIEW totals AS
select kind, sum(amount) as total from invoices group by kind;
CREATE INDEX totals_kind_idx ON totals (kind);
-- step 11 (expand): create trigger invoices.a_touch
CREATE TRIGGER a_touch before update of amount on invoices for each row EXECUTE FUNCTION touch_invoice();
COMMIT;
