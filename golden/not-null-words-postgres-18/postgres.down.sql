-- postgres:18, direct, down: 4 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 4 (expand): undo: comment on not null of d of users
COMMENT ON CONSTRAINT d_known ON users IS NULL;
-- step 3 (expand): undo: change who inherits not null of c of users
ALTER TABLE users ALTER CONSTRAINT c_known INHERIT;
-- step 2 (expand): undo: validate not null of b of users
ALTER TABLE users ALTER COLUMN b DROP NOT NULL;
ALTER TABLE users ADD CONSTRAINT b_known NOT NULL b NOT VALID;
-- step 1 (expand): undo: make not null not valid of a of users
ALTER TABLE users ALTER COLUMN a DROP NOT NULL;
ALTER TABLE users ADD CONSTRAINT a_known NOT NULL a;
COMMIT;
