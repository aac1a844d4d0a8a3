-- postgres:14, direct, up: 3 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): rename table users to people
ALTER TABLE users RENAME TO people;
-- step 2 (expand): rename primary key users_pkey to people_pkey
ALTER TABLE people RENAME CONSTRAINT users_pkey TO people_pkey;
-- step 3 (expand): create view users
CREATE VIEW users AS
select id, name from people;
COMMIT;
