-- postgres:14, direct, up: 3 steps
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

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 2 (expand): rewrite values of status of jobs
UPDATE jobs SET status = CASE status::text WHEN 'pending' THEN 'queued' ELSE status::text END::"JobStatus" WHERE status IN ('pending');
-- step 3 (expand): set default of status of jobs
ALTER TABLE jobs ALTER COLUMN status SET DEFAULT 'queued';
COMMIT;
