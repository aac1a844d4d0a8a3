-- postgres:14, online, down: 3 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 3 (expand): undo: set default of status of jobs
ALTER TABLE jobs ALTER COLUMN status SET DEFAULT 'pending';
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 2 (backfill): undo: rewrite values of status of jobs
-- loses which rows held the new value before
UPDATE jobs SET status = CASE status::text WHEN 'queued' THEN 'pending' ELSE status::text END::"JobStatus" WHERE status IN ('queued');
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): undo: add queued to JobStatus
LOCK TABLE jobs IN ACCESS EXCLUSIVE MODE;
ALTER TYPE "JobStatus" RENAME TO "JobStatus__old";
CREATE TYPE "JobStatus" AS ENUM ('pending', 'processing', 'complete');
ALTER TABLE jobs
  ALTER COLUMN status DROP DEFAULT,
  ALTER COLUMN status TYPE "JobStatus" USING status::text::"JobStatus",
  ALTER COLUMN status SET DEFAULT 'pending';
DROP TYPE "JobStatus__old";
COMMIT;
