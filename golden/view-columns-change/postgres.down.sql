-- postgres:14, direct, down: 4 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 4 (expand): undo: create view more_names
DROP VIEW more_names;
-- step 3 (expand): undo: create view names anew
DROP VIEW names;
-- step 2 (expand): undo: drop view names
CREATE VIEW names AS
select id, name from users;
-- step 1 (expand): undo: drop view more_names
CREATE VIEW more_names AS
select name from names;
COMMIT;
