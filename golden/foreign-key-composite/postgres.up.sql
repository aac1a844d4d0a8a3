-- postgres:14, direct, up: 1 step
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): add foreign key fees_club_person_fkey to fees
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(concat_ws(', ', child.club::text, child.person::text), 200)) INTO schemac_rows, schemac_sample
    FROM fees AS child WHERE child.club IS NOT NULL AND child.person IS NOT NULL AND
    NOT EXISTS (SELECT 1 FROM members AS parent WHERE parent.club = child.club AND parent.person = child.person);
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard no-orphans: rows of fees refer to rows of members that do not exist', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
LOCK TABLE members, fees IN SHARE ROW EXCLUSIVE MODE;
ALTER TABLE fees ADD CONSTRAINT fees_club_person_fkey FOREIGN KEY (club, person) REFERENCES members (club, person) ON DELETE CASCADE;
COMMIT;
