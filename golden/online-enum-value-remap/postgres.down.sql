-- postgres:14, online, down: 2 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 2 (expand): undo: set default of status of jobs
ALTER TABLE jobs ALTER COLUMN status SET DEFAULT 'pending';
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): undo: replace enum JobStatus
-- loses which rows held the values that were merged
LOCK TABLE jobs IN ACCESS EXCLUSIVE MODE;
ALTER TYPE "JobStatus" RENAME TO "JobStatus__old";
CREATE TYPE "JobStatus" AS ENUM ('pending', 'processing', 'complete');
ALTER TABLE jobs
  ALTER COLUMN status DROP DEFAULT,
  ALTER COLUMN status TYPE "JobStatus" USING status::text::"JobStatus",
  ALTER COLUMN status SET DEFAULT 'pending';
DROP TYPE "JobStatus__old";
COMMIT;
