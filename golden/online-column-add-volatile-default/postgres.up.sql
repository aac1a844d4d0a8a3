-- postgres:14, online, up: 5 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): add column token of carts
ALTER TABLE carts ADD COLUMN token uuid;
ALTER TABLE carts ALTER COLUMN token SET DEFAULT gen_random_uuid();
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 2 (backfill): fill column token of carts
DO $backfill$
#variable_conflict use_column
DECLARE
  schemac_first_1 integer;
  schemac_last_1 integer;
BEGIN
  SELECT id INTO schemac_first_1 FROM carts ORDER BY id LIMIT 1;
  WHILE FOUND LOOP
    SELECT id INTO schemac_last_1 FROM (SELECT id FROM carts WHERE id >= schemac_first_1 ORDER BY id LIMIT 1000) AS page ORDER BY id DESC LIMIT 1;
    UPDATE carts SET token = gen_random_uuid()
      WHERE id >= schemac_first_1 AND id <= schemac_last_1 AND (token IS NULL);
    COMMIT;
    SELECT id INTO schemac_first_1 FROM carts WHERE id > schemac_last_1 ORDER BY id LIMIT 1;
  END LOOP;
END
$backfill$;
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 3 (expand): add check for not null of token of carts
ALTER TABLE carts ADD CONSTRAINT carts_token__nn CHECK (token IS NOT NULL) NOT VALID;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 4 (expand): validate not null of token of carts
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(CAST(ROW(carts.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM carts WHERE token IS NULL;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard no-nulls: token of carts is NULL', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
ALTER TABLE carts VALIDATE CONSTRAINT carts_token__nn;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 5 (expand): set not null on token of carts
ALTER TABLE carts ALTER COLUMN token SET NOT NULL;
ALTER TABLE carts DROP CONSTRAINT carts_token__nn;
COMMIT;
