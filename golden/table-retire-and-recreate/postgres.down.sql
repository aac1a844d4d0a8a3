-- postgres:14, direct, down: 2 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 2 (contract): undo: create table video_assets
-- loses the rows written since
DROP TABLE video_assets;
-- step 1 (contract): undo: drop table video_assets
CREATE TABLE video_assets (
  id varchar(36) NOT NULL,
  url text NOT NULL,
  CONSTRAINT video_assets_pkey PRIMARY KEY (id)
);
COMMIT;
