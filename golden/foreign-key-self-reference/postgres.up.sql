-- postgres:14, direct, up: 4 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): add column boss to users
ALTER TABLE users ADD COLUMN boss integer;
-- step 2 (expand): add foreign key users_boss_fkey to users
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(concat_ws(', ', child.boss::text), 200)) INTO schemac_rows, schemac_sample
    FROM users AS child WHERE child.boss IS NOT NULL AND
    NOT EXISTS (SELECT 1 FROM users AS parent WHERE parent.id = child.boss);
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard no-orphans: rows of users refer to rows of users that do not exist', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
LOCK TABLE users IN SHARE ROW EXCLUSIVE MODE;
ALTER TABLE users ADD CONSTRAINT users_boss_fkey FOREIGN KEY (boss) REFERENCES users (id);
-- step 3 (expand): create table nodes
CREATE TABLE nodes (
  id integer NOT NULL,
  parent integer,
  CONSTRAINT nodes_pkey PRIMARY KEY (id)
);
-- step 4 (expand): add foreign key nodes_parent_fkey to nodes
ALTER TABLE nodes ADD CONSTRAINT nodes_parent_fkey FOREIGN KEY (parent) REFERENCES nodes (id) ON DELETE CASCADE;
COMMIT;
