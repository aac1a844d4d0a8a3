-- postgres:14, direct, up: 2 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): create view names
CREATE VIEW names AS
select id, name from users;
-- step 2 (expand): create view names_of_names
CREATE VIEW names_of_names AS
select name from names;
COMMENT ON VIEW names_of_names IS 'Names alone.';
COMMIT;
