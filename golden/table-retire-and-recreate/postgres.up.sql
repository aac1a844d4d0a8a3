-- postgres:14, direct, up: 2 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (contract): drop table video_assets
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  LOCK TABLE video_assets IN ACCESS EXCLUSIVE MODE;
  SELECT count(*), min(left(CAST(ROW(video_assets.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM video_assets;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard table-empty: table video_assets is not empty', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
DROP TABLE video_assets;
-- step 2 (contract): create table video_assets
CREATE TABLE video_assets (
  id varchar(36) NOT NULL,
  job_id varchar(36) NOT NULL,
  CONSTRAINT video_assets_pkey PRIMARY KEY (id)
);
COMMIT;
