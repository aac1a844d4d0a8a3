-- postgres:14, direct, up: 2 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): create table memberships
CREATE TABLE memberships (
  user_id integer NOT NULL,
  club varchar(20) NOT NULL,
  nick varchar(30) NOT NULL,
  since date NOT NULL,
  fee numeric(8,2) DEFAULT 0 NOT NULL,
  CONSTRAINT memberships_pkey PRIMARY KEY (user_id, club),
  CONSTRAINT memberships_nick UNIQUE (club, nick),
  CONSTRAINT fee_is_sane CHECK (fee >= 0 AND fee < 10000)
);
CREATE UNIQUE INDEX memberships_lower_nick ON memberships (lower(nick));
CREATE INDEX memberships_since_club_idx ON memberships (since DESC, club);
-- step 2 (expand): add foreign key memberships_user_id_fkey to memberships
ALTER TABLE memberships ADD CONSTRAINT memberships_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE;
COMMIT;
