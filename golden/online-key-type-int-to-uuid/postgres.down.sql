-- postgres:14, online, down: 62 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

-- this migration cannot be undone as a whole, so nothing of it is:
-- step 62 (drop the old column id of teams): the old values of id cannot be computed from the new ones
-- step 61 (forget the old values of column teams.id): nothing computes the old values again
-- step 60 (drop the old column team of people): the old values of team cannot be computed from the new ones
-- step 59 (drop the old column id of people): the old values of id cannot be computed from the new ones
-- step 58 (forget the old values of column people.id): nothing computes the old values again
-- step 57 (drop the old column boss of people): the old values of boss cannot be computed from the new ones
-- step 55 (drop the old column lead of teams): the old values of lead cannot be computed from the new ones
-- step 54 (drop the old column person of badges): the old values of person cannot be computed from the new ones
-- step 53 (drop the old column badge of scans): the old values of badge cannot be computed from the new ones
DO $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = 'schemac guard no-undo: cannot be undone: step 62 (drop the old column id of teams): the old values of id cannot be computed from the new ones; step 61 (forget the old values of column teams.id): nothing computes the old values again; step 60 (drop the old column team of people): the old values of team cannot be computed from the new ones; step 59 (drop the old column id of people): the old values of id cannot be computed from the new ones; step 58 (forget the old values of column people.id): nothing computes the old values again; step 57 (drop the old column boss of people): the old values of boss cannot be computed from the new ones; step 55 (drop the old column lead of teams): the old values of lead cannot be computed from the new ones; step 54 (drop the old column person of badges): the old values of person cannot be computed from the new ones; step 53 (drop the old column badge of scans): the old values of badge cannot be computed from the new ones';
END
$guard$;

-- step 62 (contract): undo: drop the old column id of teams
-- cannot be undone: the old values of id cannot be computed from the new ones

-- step 61 (contract): undo: forget the old values of column teams.id
-- cannot be undone: nothing computes the old values again

-- step 60 (contract): undo: drop the old column team of people
-- cannot be undone: the old values of team cannot be computed from the new ones

-- step 59 (contract): undo: drop the old column id of people
-- cannot be undone: the old values of id cannot be computed from the new ones

-- step 58 (contract): undo: forget the old values of column people.id
-- cannot be undone: nothing computes the old values again

-- step 57 (contract): undo: drop the old column boss of people
-- cannot be undone: the old values of boss cannot be computed from the new ones

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 56 (contract): undo: drop index people_boss_idx__old
CREATE INDEX CONCURRENTLY people_boss_idx__old ON people (boss__old);
RESET lock_timeout;
RESET statement_timeout;

-- step 55 (contract): undo: drop the old column lead of teams
-- cannot be undone: the old values of lead cannot be computed from the new ones

-- step 54 (contract): undo: drop the old column person of badges
-- cannot be undone: the old values of person cannot be computed from the new ones

-- step 53 (contract): undo: drop the old column badge of scans
-- cannot be undone: the old values of badge cannot be computed from the new ones

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 52 (expand): undo: put the copies of column teams.id in their place
LOCK TABLE teams, people IN ACCESS EXCLUSIVE MODE;
DROP VIEW leads;
ALTER TABLE people DROP CONSTRAINT people_team_fkey;
DROP TRIGGER zzzz_people_team__rsync ON people;
DROP FUNCTION zzzz_people_team__rsync();
ALTER TABLE people RENAME COLUMN team TO team__new;
ALTER TABLE people RENAME COLUMN team__old TO team;
CREATE FUNCTION zzzz_people_team__sync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.team__new := zzz_teams_id__map(NEW.team);
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzzz_people_team__sync BEFORE INSERT OR UPDATE ON people FOR EACH ROW EXECUTE FUNCTION zzzz_people_team__sync();
ALTER TABLE teams DROP CONSTRAINT teams_pkey;
ALTER TABLE teams RENAME COLUMN id TO id__new;
ALTER TABLE teams RENAME COLUMN id__old TO id;
ALTER TABLE teams ALTER COLUMN id__new DROP DEFAULT;
ALTER TABLE teams ADD CONSTRAINT teams_pkey PRIMARY KEY (id);
CREATE UNIQUE INDEX teams_pkey__new ON teams (id__new);
CREATE FUNCTION zzz_teams_id__sync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.id__new := md5(concat('teams', NEW.id))::uuid;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_teams_id__sync BEFORE INSERT OR UPDATE ON teams FOR EACH ROW EXECUTE FUNCTION zzz_teams_id__sync();
DROP FUNCTION zzz_teams_id__rmap(uuid);
CREATE FUNCTION zzz_teams_id__map(integer) RETURNS uuid LANGUAGE sql STRICT SET search_path FROM CURRENT AS $map$SELECT id__new FROM teams WHERE id = $1$map$;
ALTER TABLE people ADD CONSTRAINT people_team_fkey FOREIGN KEY (team) REFERENCES teams (id);
ALTER TABLE people ADD CONSTRAINT people_team_fkey__new FOREIGN KEY (team__new) REFERENCES teams (id__new);
CREATE VIEW leads AS
select t.id, p.name from teams t join people p on p.id = t.lead;
COMMIT;

-- step 51 (expand): undo: validate foreign key people_team_fkey__new
-- nothing to undo: validation leaves nothing behind but the constraint itself

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 50 (expand): undo: carry over foreign key people_team_fkey__new
ALTER TABLE people DROP CONSTRAINT people_team_fkey__new;
COMMIT;

-- step 49 (expand): undo: analyze the copy of column team of people
-- nothing to undo: statistics only

-- step 48 (backfill): undo: copy column team of people
-- nothing to undo: the copy goes with its column

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 47 (expand): undo: keep a copy by trigger of column team of people
DROP TRIGGER zzzz_people_team__sync ON people;
DROP FUNCTION zzzz_people_team__sync();
ALTER TABLE people DROP COLUMN team__new;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 46 (expand): undo: look up the copy of column teams.id by its old value
DROP FUNCTION zzz_teams_id__map(integer);
COMMIT;

-- step 45 (expand): undo: analyze the copy of column id of teams
-- nothing to undo: statistics only

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 44 (expand): undo: create index teams_pkey__new concurrently
DROP INDEX CONCURRENTLY teams_pkey__new;
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 43 (expand): undo: set not null on id__new of teams
ALTER TABLE teams ADD CONSTRAINT teams_id__new__nn CHECK (id__new IS NOT NULL) NOT VALID;
ALTER TABLE teams ALTER COLUMN id__new DROP NOT NULL;
COMMIT;

-- step 42 (expand): undo: validate not null of id__new of teams
-- nothing to undo: validation leaves nothing behind but the check itself

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 41 (expand): undo: add check for not null of id__new of teams
ALTER TABLE teams DROP CONSTRAINT teams_id__new__nn;
COMMIT;

-- step 40 (backfill): undo: copy column id of teams
-- nothing to undo: the copy goes with its column

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 39 (expand): undo: keep a copy by trigger of column id of teams
DROP TRIGGER zzz_teams_id__sync ON teams;
DROP FUNCTION zzz_teams_id__sync();
ALTER TABLE teams DROP COLUMN id__new;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 38 (expand): undo: put the copies of column people.id in their place
LOCK TABLE people, badges, teams, scans IN ACCESS EXCLUSIVE MODE;
DROP VIEW leads;
ALTER TABLE people DROP CONSTRAINT people_boss_fkey;
ALTER TABLE teams DROP CONSTRAINT teams_lead_fkey;
ALTER TABLE badges DROP CONSTRAINT badges_person_fkey;
ALTER TABLE scans DROP CONSTRAINT scans_badge_fkey;
DROP TRIGGER zzzz_scans_badge__rsync ON scans;
DROP FUNCTION zzzz_scans_badge__rsync();
ALTER TABLE scans RENAME COLUMN badge TO badge__new;
ALTER TABLE scans RENAME COLUMN badge__old TO badge;
ALTER TABLE scans ALTER COLUMN badge SET NOT NULL;
CREATE FUNCTION zzzz_scans_badge__sync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.badge__new := zzz_badges_person__map(NEW.badge);
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzzz_scans_badge__sync BEFORE INSERT OR UPDATE ON scans FOR EACH ROW EXECUTE FUNCTION zzzz_scans_badge__sync();
DROP TRIGGER zzzz_badges_person__rsync ON badges;
DROP FUNCTION zzzz_badges_person__rsync();
ALTER TABLE badges DROP CONSTRAINT badges_pkey;
ALTER TABLE badges RENAME COLUMN person TO person__new;
ALTER TABLE badges RENAME COLUMN person__old TO person;
ALTER TABLE badges ALTER COLUMN person SET NOT NULL;
ALTER TABLE badges ADD CONSTRAINT badges_pkey PRIMARY KEY (person);
CREATE UNIQUE INDEX badges_pkey__new ON badges (person__new);
CREATE FUNCTION zzzz_badges_person__sync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.person__new := zzz_people_id__map(NEW.person);
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzzz_badges_person__sync BEFORE INSERT OR UPDATE ON badges FOR EACH ROW EXECUTE FUNCTION zzzz_badges_person__sync();
DROP TRIGGER zzzz_teams_lead__rsync ON teams;
DROP FUNCTION zzzz_teams_lead__rsync();
ALTER TABLE teams RENAME COLUMN lead TO lead__new;
ALTER TABLE teams RENAME COLUMN lead__old TO lead;
CREATE FUNCTION zzzz_teams_lead__sync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.lead__new := zzz_people_id__map(NEW.lead);
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzzz_teams_lead__sync BEFORE INSERT OR UPDATE ON teams FOR EACH ROW EXECUTE FUNCTION zzzz_teams_lead__sync();
DROP TRIGGER zzzz_people_boss__rsync ON people;
DROP FUNCTION zzzz_people_boss__rsync();
ALTER TABLE people RENAME COLUMN boss TO boss__new;
ALTER TABLE people RENAME COLUMN boss__old TO boss;
ALTER INDEX people_boss_idx RENAME TO people_boss_idx__new;
ALTER INDEX people_boss_idx__old RENAME TO people_boss_idx;
CREATE FUNCTION zzzz_people_boss__sync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.boss__new := CASE WHEN NEW.boss = NEW.id THEN NEW.id__new ELSE zzz_people_id__map(NEW.boss) END;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzzz_people_boss__sync BEFORE INSERT OR UPDATE ON people FOR EACH ROW EXECUTE FUNCTION zzzz_people_boss__sync();
ALTER TABLE people DROP CONSTRAINT people_pkey;
ALTER TABLE people RENAME COLUMN id TO id__new;
ALTER TABLE people RENAME COLUMN id__old TO id;
ALTER TABLE people ALTER COLUMN id__new DROP DEFAULT;
ALTER TABLE people ADD CONSTRAINT people_pkey PRIMARY KEY (id);
CREATE UNIQUE INDEX people_pkey__new ON people (id__new);
CREATE FUNCTION zzz_people_id__sync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.id__new := md5(concat('people', NEW.id))::uuid;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_people_id__sync BEFORE INSERT OR UPDATE ON people FOR EACH ROW EXECUTE FUNCTION zzz_people_id__sync();
DROP FUNCTION zzz_people_id__rmap(uuid);
DROP FUNCTION zzz_badges_person__rmap(uuid);
CREATE FUNCTION zzz_people_id__map(integer) RETURNS uuid LANGUAGE sql STRICT SET search_path FROM CURRENT AS $map$SELECT id__new FROM people WHERE id = $1$map$;
CREATE FUNCTION zzz_badges_person__map(integer) RETURNS uuid LANGUAGE sql STRICT SET search_path FROM CURRENT AS $map$SELECT person__new FROM badges WHERE person = $1$map$;
ALTER TABLE people ADD CONSTRAINT people_boss_fkey FOREIGN KEY (boss) REFERENCES people (id);
ALTER TABLE people ADD CONSTRAINT people_boss_fkey__new FOREIGN KEY (boss__new) REFERENCES people (id__new);
ALTER TABLE teams ADD CONSTRAINT teams_lead_fkey FOREIGN KEY (lead) REFERENCES people (id) ON DELETE SET NULL;
ALTER TABLE teams ADD CONSTRAINT teams_lead_fkey__new FOREIGN KEY (lead__new) REFERENCES people (id__new) ON DELETE SET NULL;
ALTER TABLE badges ADD CONSTRAINT badges_person_fkey FOREIGN KEY (person) REFERENCES people (id);
ALTER TABLE badges ADD CONSTRAINT badges_person_fkey__new FOREIGN KEY (person__new) REFERENCES people (id__new);
ALTER TABLE scans ADD CONSTRAINT scans_badge_fkey FOREIGN KEY (badge) REFERENCES badges (person) ON DELETE CASCADE;
ALTER TABLE scans ADD CONSTRAINT scans_badge_fkey__new FOREIGN KEY (badge__new) REFERENCES badges (person__new) ON DELETE CASCADE;
CREATE VIEW leads AS
select t.id, p.name from teams t join people p on p.id = t.lead;
COMMIT;

-- step 37 (expand): undo: validate foreign key scans_badge_fkey__new
-- nothing to undo: validation leaves nothing behind but the constraint itself

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 36 (expand): undo: carry over foreign key scans_badge_fkey__new
ALTER TABLE scans DROP CONSTRAINT scans_badge_fkey__new;
COMMIT;

-- step 35 (expand): undo: validate foreign key badges_person_fkey__new
-- nothing to undo: validation leaves nothing behind but the constraint itself

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 34 (expand): undo: carry over foreign key badges_person_fkey__new
ALTER TABLE badges DROP CONSTRAINT badges_person_fkey__new;
COMMIT;

-- step 33 (expand): undo: validate foreign key teams_lead_fkey__new
-- nothing to undo: validation leaves nothing behind but the constraint itself

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 32 (expand): undo: carry over foreign key teams_lead_fkey__new
ALTER TABLE teams DROP CONSTRAINT teams_lead_fkey__new;
COMMIT;

-- step 31 (expand): undo: validate foreign key people_boss_fkey__new
-- nothing to undo: validation leaves nothing behind but the constraint itself

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 30 (expand): undo: carry over foreign key people_boss_fkey__new
ALTER TABLE people DROP CONSTRAINT people_boss_fkey__new;
COMMIT;

-- step 29 (expand): undo: analyze the copy of column badge of scans
-- nothing to undo: statistics only

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 28 (expand): undo: set not null on badge__new of scans
ALTER TABLE scans ADD CONSTRAINT scans_badge__new__nn CHECK (badge__new IS NOT NULL) NOT VALID;
ALTER TABLE scans ALTER COLUMN badge__new DROP NOT NULL;
COMMIT;

-- step 27 (expand): undo: validate not null of badge__new of scans
-- nothing to undo: validation leaves nothing behind but the check itself

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 26 (expand): undo: add check for not null of badge__new of scans
ALTER TABLE scans DROP CONSTRAINT scans_badge__new__nn;
COMMIT;

-- step 25 (backfill): undo: copy column badge of scans
-- nothing to undo: the copy goes with its column

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 24 (expand): undo: keep a copy by trigger of column badge of scans
DROP TRIGGER zzzz_scans_badge__sync ON scans;
DROP FUNCTION zzzz_scans_badge__sync();
ALTER TABLE scans DROP COLUMN badge__new;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 23 (expand): undo: look up the copy of column badges.person by its old value
DROP FUNCTION zzz_badges_person__map(integer);
COMMIT;

-- step 22 (expand): undo: analyze the copy of column person of badges
-- nothing to undo: statistics only

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 21 (expand): undo: create index badges_pkey__new concurrently
DROP INDEX CONCURRENTLY badges_pkey__new;
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 20 (expand): undo: set not null on person__new of badges
ALTER TABLE badges ADD CONSTRAINT badges_person__new__nn CHECK (person__new IS NOT NULL) NOT VALID;
ALTER TABLE badges ALTER COLUMN person__new DROP NOT NULL;
COMMIT;

-- step 19 (expand): undo: validate not null of person__new of badges
-- nothing to undo: validation leaves nothing behind but the check itself

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 18 (expand): undo: add check for not null of person__new of badges
ALTER TABLE badges DROP CONSTRAINT badges_person__new__nn;
COMMIT;

-- step 17 (backfill): undo: copy column person of badges
-- nothing to undo: the copy goes with its column

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 16 (expand): undo: keep a copy by trigger of column person of badges
DROP TRIGGER zzzz_badges_person__sync ON badges;
DROP FUNCTION zzzz_badges_person__sync();
ALTER TABLE badges DROP COLUMN person__new;
COMMIT;

-- step 15 (expand): undo: analyze the copy of column lead of teams
-- nothing to undo: statistics only

-- step 14 (backfill): undo: copy column lead of teams
-- nothing to undo: the copy goes with its column

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 13 (expand): undo: keep a copy by trigger of column lead of teams
DROP TRIGGER zzzz_teams_lead__sync ON teams;
DROP FUNCTION zzzz_teams_lead__sync();
ALTER TABLE teams DROP COLUMN lead__new;
COMMIT;

-- step 12 (expand): undo: analyze the copy of column boss of people
-- nothing to undo: statistics only

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 11 (expand): undo: create index people_boss_idx__new concurrently
DROP INDEX CONCURRENTLY people_boss_idx__new;
RESET lock_timeout;
RESET statement_timeout;

-- step 10 (backfill): undo: copy column boss of people
-- nothing to undo: the copy goes with its column

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 9 (expand): undo: keep a copy by trigger of column boss of people
DROP TRIGGER zzzz_people_boss__sync ON people;
DROP FUNCTION zzzz_people_boss__sync();
ALTER TABLE people DROP COLUMN boss__new;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 8 (expand): undo: look up the copy of column people.id by its old value
DROP FUNCTION zzz_people_id__map(integer);
COMMIT;

-- step 7 (expand): undo: analyze the copy of column id of people
-- nothing to undo: statistics only

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 6 (expand): undo: create index people_pkey__new concurrently
DROP INDEX CONCURRENTLY people_pkey__new;
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 5 (expand): undo: set not null on id__new of people
ALTER TABLE people ADD CONSTRAINT people_id__new__nn CHECK (id__new IS NOT NULL) NOT VALID;
ALTER TABLE people ALTER COLUMN id__new DROP NOT NULL;
COMMIT;

-- step 4 (expand): undo: validate not null of id__new of people
-- nothing to undo: validation leaves nothing behind but the check itself

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 3 (expand): undo: add check for not null of id__new of people
ALTER TABLE people DROP CONSTRAINT people_id__new__nn;
COMMIT;

-- step 2 (backfill): undo: copy column id of people
-- nothing to undo: the copy goes with its column

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): undo: keep a copy by trigger of column id of people
DROP TRIGGER zzz_people_id__sync ON people;
DROP FUNCTION zzz_people_id__sync();
ALTER TABLE people DROP COLUMN id__new;
COMMIT;
