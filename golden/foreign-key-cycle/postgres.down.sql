-- postgres:14, direct, down: 5 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 5 (expand): undo: add foreign key players_user_fkey to players
ALTER TABLE players DROP CONSTRAINT players_user_fkey;
-- step 4 (expand): undo: add foreign key players_team_fkey to players
ALTER TABLE players DROP CONSTRAINT players_team_fkey;
-- step 3 (expand): undo: add foreign key teams_leader_fkey to teams
ALTER TABLE teams DROP CONSTRAINT teams_leader_fkey;
-- step 2 (expand): undo: create table players
-- loses the rows written since
DROP TABLE players;
-- step 1 (expand): undo: create table teams
-- loses the rows written since
DROP TABLE teams;
COMMIT;
