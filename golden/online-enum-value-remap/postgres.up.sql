-- postgres:14, online, up: 2 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): replace enum JobStatus
LOCK TABLE jobs IN ACCESS EXCLUSIVE MODE;
ALTER TYPE "JobStatus" RENAME TO "JobStatus__old";
CREATE TYPE "JobStatus" AS ENUM ('pending', 'queued', 'processing', 'complete');
ALTER TABLE jobs
  ALTER COLUMN status DROP DEFAULT,
  ALTER COLUMN status TYPE "JobStatus" USING CASE status::text WHEN 'pending' THEN 'queued' ELSE status::text END::"JobStatus",
  ALTER COLUMN status SET DEFAULT 'queued';
DROP TYPE "JobStatus__old";
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 2 (expand): set default of status of jobs
ALTER TABLE jobs ALTER COLUMN status SET DEFAULT 'queued';
COMMIT;
