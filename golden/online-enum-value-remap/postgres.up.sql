-- postgres:14, online, up: 3 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): add queued to JobStatus
ALTER TYPE "JobStatus" ADD VALUE 'queued' AFTER 'pending';
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 2 (backfill): rewrite values of status of jobs
DO $backfill$
#variable_conflict use_column
DECLARE
  schemac_first_1 integer;
  schemac_last_1 integer;
BEGIN
  SELECT id INTO schemac_first_1 FROM jobs ORDER BY id LIMIT 1;
  WHILE FOUND LOOP
    SELECT id INTO schemac_last_1 FROM (SELECT id FROM jobs WHERE id >= schemac_first_1 ORDER BY id LIMIT 1000) AS page ORDER BY id DESC LIMIT 1;
    UPDATE jobs SET status = CASE status::text WHEN 'pending' THEN 'queued' ELSE status::text END::"JobStatus"
      WHERE id >= schemac_first_1 AND id <= schemac_last_1 AND (status IN ('pending'));
    COMMIT;
    SELECT id INTO schemac_first_1 FROM jobs WHERE id > schemac_last_1 ORDER BY id LIMIT 1;
  END LOOP;
END
$backfill$;
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 3 (expand): set default of status of jobs
ALTER TABLE jobs ALTER COLUMN status SET DEFAULT 'queued';
COMMIT;
