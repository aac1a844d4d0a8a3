-- postgres:14, direct, up: 4 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): drop view more_names
DROP VIEW more_names;
-- step 2 (expand): drop view names
DROP VIEW names;
-- step 3 (expand): create view names anew
CREATE VIEW names AS
select name from users;
-- step 4 (expand): create view more_names
CREATE VIEW more_names AS
select name from names;
COMMIT;
