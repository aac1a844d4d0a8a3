-- postgres:14, direct, up: 7 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): add column d to t
ALTER TABLE t ADD COLUMN d integer DEFAULT 0 NOT NULL;
-- step 2 (expand): add column during to t
ALTER TABLE t ADD COLUMN during int4range;
-- step 3 (expand): change settings of primary key t_pkey
ALTER INDEX t_pkey SET (fillfactor = 75);
COMMENT ON INDEX t_pkey IS NULL;
-- step 4 (expand): change settings of unique t_b_key
ALTER INDEX t_b_key RESET (fillfactor);
ALTER INDEX t_b_key RESET (deduplicate_items);
-- step 5 (expand): change settings of unique t_c_key
ALTER INDEX t_c_key SET (fillfactor = 60);
COMMENT ON INDEX t_c_key IS 'looked up by every order';
-- step 6 (expand): add unique t_c_d_key to t
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT sum(n), min(sample) INTO schemac_rows, schemac_sample FROM (
    SELECT count(*) AS n, left(concat_ws(', ', (c)::text, (d)::text), 200) AS sample FROM t WHERE (c) IS NOT NULL AND (d) IS NOT NULL GROUP BY (c), (d) HAVING count(*) > 1) AS duplicates;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard no-duplicates: rows of t share c, d', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
ALTER TABLE t ADD CONSTRAINT t_c_d_key UNIQUE (c, d) INCLUDE (a) WITH (fillfactor = 90);
-- step 7 (expand): add exclude t_during_excl to t
ALTER TABLE t ADD CONSTRAINT t_during_excl EXCLUDE USING gist (during WITH &&) WITH (fillfactor = 50);
COMMIT;
