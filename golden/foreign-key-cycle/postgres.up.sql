-- postgres:14, direct, up: 5 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): create table teams
CREATE TABLE teams (
  id integer NOT NULL,
  leader integer NOT NULL,
  CONSTRAINT teams_pkey PRIMARY KEY (id)
);
-- step 2 (expand): create table players
CREATE TABLE players (
  id integer NOT NULL,
  team integer,
  "user" integer NOT NULL,
  CONSTRAINT players_pkey PRIMARY KEY (id)
);
-- step 3 (expand): add foreign key teams_leader_fkey to teams
ALTER TABLE teams ADD CONSTRAINT teams_leader_fkey FOREIGN KEY (leader) REFERENCES players (id);
-- step 4 (expand): add foreign key players_team_fkey to players
ALTER TABLE players ADD CONSTRAINT players_team_fkey FOREIGN KEY (team) REFERENCES teams (id);
-- step 5 (expand): add foreign key players_user_fkey to players
ALTER TABLE players ADD CONSTRAINT players_user_fkey FOREIGN KEY ("user") REFERENCES users (id);
COMMIT;
