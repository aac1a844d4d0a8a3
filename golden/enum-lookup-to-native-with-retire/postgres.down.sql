-- postgres:14, direct, down: 4 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 4 (contract): undo: change type of size of shirts
-- loses the values of size before they were converted
ALTER TABLE shirts ALTER COLUMN size TYPE text USING CASE size::text WHEN 'large' THEN 'l' WHEN 'large' THEN 'xl' ELSE size::text END::text;
-- step 3 (contract): undo: create enum Size
DROP TYPE "Size";
-- step 2 (contract): undo: drop table Size
-- loses the rows
CREATE TABLE "Size" (
  value text NOT NULL,
  "position" integer NOT NULL,
  CONSTRAINT "Size_pkey" PRIMARY KEY (value)
);
INSERT INTO "Size" (value, "position") VALUES
  ('s', 1),
  ('m', 2),
  ('l', 3),
  ('xl', 4);
-- step 1 (expand): undo: drop foreign key shirts_size_fkey of shirts
ALTER TABLE shirts ADD CONSTRAINT shirts_size_fkey FOREIGN KEY (size) REFERENCES "Size" (value);
COMMIT;
