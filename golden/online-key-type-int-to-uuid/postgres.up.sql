-- postgres:14, online, up: 62 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): keep a copy by trigger of column id of people
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(CAST(ROW(people.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM people WHERE md5(concat('people', id))::uuid IS NULL;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard converts: the expression behind `using` gives NULL for id of people', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
ALTER TABLE people ADD COLUMN id__new uuid;
CREATE FUNCTION zzz_people_id__sync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.id__new := md5(concat('people', NEW.id))::uuid;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_people_id__sync BEFORE INSERT OR UPDATE ON people FOR EACH ROW EXECUTE FUNCTION zzz_people_id__sync();
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 2 (backfill): copy column id of people
DO $backfill$
#variable_conflict use_column
DECLARE
  schemac_first_1 people.id%TYPE;
  schemac_last_1 people.id%TYPE;
BEGIN
  SELECT id INTO schemac_first_1 FROM people ORDER BY id LIMIT 1;
  WHILE FOUND LOOP
    SELECT id INTO schemac_last_1 FROM (SELECT id FROM people WHERE id >= schemac_first_1 ORDER BY id LIMIT 1000) AS page ORDER BY id DESC LIMIT 1;
    UPDATE people SET id__new = md5(concat('people', id))::uuid
      WHERE id >= schemac_first_1 AND id <= schemac_last_1 AND (id__new IS NULL);
    COMMIT;
    SELECT id INTO schemac_first_1 FROM people WHERE id > schemac_last_1 ORDER BY id LIMIT 1;
  END LOOP;
END
$backfill$;
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 3 (expand): add check for not null of id__new of people
ALTER TABLE people ADD CONSTRAINT people_id__new__nn CHECK (id__new IS NOT NULL) NOT VALID;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 4 (expand): validate not null of id__new of people
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(CAST(ROW(people.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM people WHERE id__new IS NULL;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard no-nulls: id__new of people is NULL', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
ALTER TABLE people VALIDATE CONSTRAINT people_id__new__nn;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 5 (expand): set not null on id__new of people
ALTER TABLE people ALTER COLUMN id__new SET NOT NULL;
ALTER TABLE people DROP CONSTRAINT people_id__new__nn;
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 6 (expand): create index people_pkey__new concurrently
DO $leftover$
BEGIN
  IF EXISTS (SELECT 1 FROM pg_index WHERE NOT indisvalid AND indexrelid = to_regclass('people_pkey__new')) THEN
    IF EXISTS (SELECT 1 FROM pg_stat_progress_create_index WHERE index_relid = to_regclass('people_pkey__new')) THEN
      RAISE EXCEPTION USING MESSAGE = 'schemac guard no-build-running: index people_pkey__new is being built';
    END IF;
    ALTER INDEX people_pkey__new RENAME TO people_pkey__new__invalid;
  END IF;
END
$leftover$;
DROP INDEX CONCURRENTLY IF EXISTS people_pkey__new__invalid;
CREATE UNIQUE INDEX CONCURRENTLY people_pkey__new ON people (id__new);
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 7 (expand): analyze the copy of column id of people
ANALYZE people;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 8 (expand): look up the copy of column people.id by its old value
CREATE FUNCTION zzz_people_id__map(integer) RETURNS uuid LANGUAGE sql STRICT SET search_path FROM CURRENT AS $map$SELECT id__new FROM people WHERE id = $1$map$;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 9 (expand): keep a copy by trigger of column boss of people
ALTER TABLE people ADD COLUMN boss__new uuid;
CREATE FUNCTION zzzz_people_boss__sync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.boss__new := CASE WHEN NEW.boss = NEW.id THEN NEW.id__new ELSE zzz_people_id__map(NEW.boss) END;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzzz_people_boss__sync BEFORE INSERT OR UPDATE ON people FOR EACH ROW EXECUTE FUNCTION zzzz_people_boss__sync();
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 10 (backfill): copy column boss of people
DO $backfill$
#variable_conflict use_column
DECLARE
  schemac_first_1 people.id%TYPE;
  schemac_last_1 people.id%TYPE;
BEGIN
  SELECT id INTO schemac_first_1 FROM people ORDER BY id LIMIT 1;
  WHILE FOUND LOOP
    SELECT id INTO schemac_last_1 FROM (SELECT id FROM people WHERE id >= schemac_first_1 ORDER BY id LIMIT 1000) AS page ORDER BY id DESC LIMIT 1;
    UPDATE people SET boss__new = CASE WHEN boss = id THEN id__new ELSE zzz_people_id__map(boss) END
      WHERE id >= schemac_first_1 AND id <= schemac_last_1 AND (boss__new IS NULL AND boss IS NOT NULL);
    COMMIT;
    SELECT id INTO schemac_first_1 FROM people WHERE id > schemac_last_1 ORDER BY id LIMIT 1;
  END LOOP;
END
$backfill$;
RESET lock_timeout;
RESET statement_timeout;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 11 (expand): create index people_boss_idx__new concurrently
DO $leftover$
BEGIN
  IF EXISTS (SELECT 1 FROM pg_index WHERE NOT indisvalid AND indexrelid = to_regclass('people_boss_idx__new')) THEN
    IF EXISTS (SELECT 1 FROM pg_stat_progress_create_index WHERE index_relid = to_regclass('people_boss_idx__new')) THEN
      RAISE EXCEPTION USING MESSAGE = 'schemac guard no-build-running: index people_boss_idx__new is being built';
    END IF;
    ALTER INDEX people_boss_idx__new RENAME TO people_boss_idx__new__invalid;
  END IF;
END
$leftover$;
DROP INDEX CONCURRENTLY IF EXISTS people_boss_idx__new__invalid;
CREATE INDEX CONCURRENTLY people_boss_idx__new ON people (boss__new);
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 12 (expand): analyze the copy of column boss of people
ANALYZE people;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 13 (expand): keep a copy by trigger of column lead of teams
ALTER TABLE teams ADD COLUMN lead__new uuid;
CREATE FUNCTION zzzz_teams_lead__sync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.lead__new := zzz_people_id__map(NEW.lead);
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzzz_teams_lead__sync BEFORE INSERT OR UPDATE ON teams FOR EACH ROW EXECUTE FUNCTION zzzz_teams_lead__sync();
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 14 (backfill): copy column lead of teams
DO $backfill$
#variable_conflict use_column
DECLARE
  schemac_first_1 teams.id%TYPE;
  schemac_last_1 teams.id%TYPE;
BEGIN
  SELECT id INTO schemac_first_1 FROM teams ORDER BY id LIMIT 1;
  WHILE FOUND LOOP
    SELECT id INTO schemac_last_1 FROM (SELECT id FROM teams WHERE id >= schemac_first_1 ORDER BY id LIMIT 1000) AS page ORDER BY id DESC LIMIT 1;
    UPDATE teams SET lead__new = zzz_people_id__map(lead)
      WHERE id >= schemac_first_1 AND id <= schemac_last_1 AND (lead__new IS NULL AND lead IS NOT NULL);
    COMMIT;
    SELECT id INTO schemac_first_1 FROM teams WHERE id > schemac_last_1 ORDER BY id LIMIT 1;
  END LOOP;
END
$backfill$;
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 15 (expand): analyze the copy of column lead of teams
ANALYZE teams;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 16 (expand): keep a copy by trigger of column person of badges
ALTER TABLE badges ADD COLUMN person__new uuid;
CREATE FUNCTION zzzz_badges_person__sync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.person__new := zzz_people_id__map(NEW.person);
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzzz_badges_person__sync BEFORE INSERT OR UPDATE ON badges FOR EACH ROW EXECUTE FUNCTION zzzz_badges_person__sync();
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 17 (backfill): copy column person of badges
DO $backfill$
#variable_conflict use_column
DECLARE
  schemac_first_1 badges.person%TYPE;
  schemac_last_1 badges.person%TYPE;
BEGIN
  SELECT person INTO schemac_first_1 FROM badges ORDER BY person LIMIT 1;
  WHILE FOUND LOOP
    SELECT person INTO schemac_last_1 FROM (SELECT person FROM badges WHERE person >= schemac_first_1 ORDER BY person LIMIT 1000) AS page ORDER BY person DESC LIMIT 1;
    UPDATE badges SET person__new = zzz_people_id__map(person)
      WHERE person >= schemac_first_1 AND person <= schemac_last_1 AND (person__new IS NULL AND person IS NOT NULL);
    COMMIT;
    SELECT person INTO schemac_first_1 FROM badges WHERE person > schemac_last_1 ORDER BY person LIMIT 1;
  END LOOP;
END
$backfill$;
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 18 (expand): add check for not null of person__new of badges
ALTER TABLE badges ADD CONSTRAINT badges_person__new__nn CHECK (person__new IS NOT NULL) NOT VALID;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 19 (expand): validate not null of person__new of badges
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(CAST(ROW(badges.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM badges WHERE person__new IS NULL;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard no-nulls: person__new of badges is NULL', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
ALTER TABLE badges VALIDATE CONSTRAINT badges_person__new__nn;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 20 (expand): set not null on person__new of badges
ALTER TABLE badges ALTER COLUMN person__new SET NOT NULL;
ALTER TABLE badges DROP CONSTRAINT badges_person__new__nn;
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 21 (expand): create index badges_pkey__new concurrently
DO $leftover$
BEGIN
  IF EXISTS (SELECT 1 FROM pg_index WHERE NOT indisvalid AND indexrelid = to_regclass('badges_pkey__new')) THEN
    IF EXISTS (SELECT 1 FROM pg_stat_progress_create_index WHERE index_relid = to_regclass('badges_pkey__new')) THEN
      RAISE EXCEPTION USING MESSAGE = 'schemac guard no-build-running: index badges_pkey__new is being built';
    END IF;
    ALTER INDEX badges_pkey__new RENAME TO badges_pkey__new__invalid;
  END IF;
END
$leftover$;
DROP INDEX CONCURRENTLY IF EXISTS badges_pkey__new__invalid;
CREATE UNIQUE INDEX CONCURRENTLY badges_pkey__new ON badges (person__new);
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 22 (expand): analyze the copy of column person of badges
ANALYZE badges;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 23 (expand): look up the copy of column badges.person by its old value
CREATE FUNCTION zzz_badges_person__map(integer) RETURNS uuid LANGUAGE sql STRICT SET search_path FROM CURRENT AS $map$SELECT person__new FROM badges WHERE person = $1$map$;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 24 (expand): keep a copy by trigger of column badge of scans
ALTER TABLE scans ADD COLUMN badge__new uuid;
CREATE FUNCTION zzzz_scans_badge__sync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.badge__new := zzz_badges_person__map(NEW.badge);
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzzz_scans_badge__sync BEFORE INSERT OR UPDATE ON scans FOR EACH ROW EXECUTE FUNCTION zzzz_scans_badge__sync();
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 25 (backfill): copy column badge of scans
DO $backfill$
#variable_conflict use_column
DECLARE
  schemac_first_1 integer;
  schemac_last_1 integer;
BEGIN
  SELECT id INTO schemac_first_1 FROM scans ORDER BY id LIMIT 1;
  WHILE FOUND LOOP
    SELECT id INTO schemac_last_1 FROM (SELECT id FROM scans WHERE id >= schemac_first_1 ORDER BY id LIMIT 1000) AS page ORDER BY id DESC LIMIT 1;
    UPDATE scans SET badge__new = zzz_badges_person__map(badge)
      WHERE id >= schemac_first_1 AND id <= schemac_last_1 AND (badge__new IS NULL AND badge IS NOT NULL);
    COMMIT;
    SELECT id INTO schemac_first_1 FROM scans WHERE id > schemac_last_1 ORDER BY id LIMIT 1;
  END LOOP;
END
$backfill$;
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 26 (expand): add check for not null of badge__new of scans
ALTER TABLE scans ADD CONSTRAINT scans_badge__new__nn CHECK (badge__new IS NOT NULL) NOT VALID;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 27 (expand): validate not null of badge__new of scans
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(CAST(ROW(scans.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM scans WHERE badge__new IS NULL;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard no-nulls: badge__new of scans is NULL', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
ALTER TABLE scans VALIDATE CONSTRAINT scans_badge__new__nn;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 28 (expand): set not null on badge__new of scans
ALTER TABLE scans ALTER COLUMN badge__new SET NOT NULL;
ALTER TABLE scans DROP CONSTRAINT scans_badge__new__nn;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 29 (expand): analyze the copy of column badge of scans
ANALYZE scans;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 30 (expand): carry over foreign key people_boss_fkey__new
LOCK TABLE people IN SHARE ROW EXCLUSIVE MODE;
ALTER TABLE people ADD CONSTRAINT people_boss_fkey__new FOREIGN KEY (boss__new) REFERENCES people (id__new) NOT VALID;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 31 (expand): validate foreign key people_boss_fkey__new
ALTER TABLE people VALIDATE CONSTRAINT people_boss_fkey__new;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 32 (expand): carry over foreign key teams_lead_fkey__new
LOCK TABLE people, teams IN SHARE ROW EXCLUSIVE MODE;
ALTER TABLE teams ADD CONSTRAINT teams_lead_fkey__new FOREIGN KEY (lead__new) REFERENCES people (id__new) ON DELETE SET NULL NOT VALID;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 33 (expand): validate foreign key teams_lead_fkey__new
ALTER TABLE teams VALIDATE CONSTRAINT teams_lead_fkey__new;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 34 (expand): carry over foreign key badges_person_fkey__new
LOCK TABLE people, badges IN SHARE ROW EXCLUSIVE MODE;
ALTER TABLE badges ADD CONSTRAINT badges_person_fkey__new FOREIGN KEY (person__new) REFERENCES people (id__new) NOT VALID;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 35 (expand): validate foreign key badges_person_fkey__new
ALTER TABLE badges VALIDATE CONSTRAINT badges_person_fkey__new;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 36 (expand): carry over foreign key scans_badge_fkey__new
LOCK TABLE badges, scans IN SHARE ROW EXCLUSIVE MODE;
ALTER TABLE scans ADD CONSTRAINT scans_badge_fkey__new FOREIGN KEY (badge__new) REFERENCES badges (person__new) ON DELETE CASCADE NOT VALID;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 37 (expand): validate foreign key scans_badge_fkey__new
ALTER TABLE scans VALIDATE CONSTRAINT scans_badge_fkey__new;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 38 (expand): put the copies of column people.id in their place
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(CAST(ROW(people.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM people WHERE id__new IS DISTINCT FROM md5(concat('people', id))::uuid::uuid;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard copied: id of people is not copied in every row', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(CAST(ROW(people.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM people WHERE boss__new IS DISTINCT FROM CASE WHEN boss = id THEN id__new ELSE zzz_people_id__map(boss) END::uuid;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard copied: boss of people is not copied in every row', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(CAST(ROW(teams.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM teams WHERE lead__new IS DISTINCT FROM zzz_people_id__map(lead)::uuid;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard copied: lead of teams is not copied in every row', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(CAST(ROW(badges.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM badges WHERE person__new IS DISTINCT FROM zzz_people_id__map(person)::uuid;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard copied: person of badges is not copied in every row', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(CAST(ROW(scans.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM scans WHERE badge__new IS DISTINCT FROM zzz_badges_person__map(badge)::uuid;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard copied: badge of scans is not copied in every row', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
LOCK TABLE people, badges, teams, scans IN ACCESS EXCLUSIVE MODE;
DROP VIEW leads;
ALTER TABLE people DROP CONSTRAINT people_boss_fkey;
ALTER TABLE teams DROP CONSTRAINT teams_lead_fkey;
ALTER TABLE badges DROP CONSTRAINT badges_person_fkey;
ALTER TABLE scans DROP CONSTRAINT scans_badge_fkey;
DROP TRIGGER zzz_people_id__sync ON people;
DROP FUNCTION zzz_people_id__sync();
ALTER TABLE people DROP CONSTRAINT people_pkey;
ALTER TABLE people RENAME COLUMN id TO id__old;
ALTER TABLE people RENAME COLUMN id__new TO id;
ALTER TABLE people ALTER COLUMN id SET DEFAULT gen_random_uuid();
ALTER TABLE people ADD CONSTRAINT people_pkey PRIMARY KEY USING INDEX people_pkey__new;
DROP TRIGGER zzzz_people_boss__sync ON people;
DROP FUNCTION zzzz_people_boss__sync();
ALTER TABLE people RENAME COLUMN boss TO boss__old;
ALTER TABLE people RENAME COLUMN boss__new TO boss;
ALTER INDEX people_boss_idx RENAME TO people_boss_idx__old;
ALTER INDEX people_boss_idx__new RENAME TO people_boss_idx;
CREATE FUNCTION zzzz_people_boss__rsync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.boss__old := CASE WHEN NEW.boss = NEW.id THEN NEW.id__old ELSE zzz_people_id__rmap(NEW.boss) END;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzzz_people_boss__rsync BEFORE INSERT OR UPDATE ON people FOR EACH ROW EXECUTE FUNCTION zzzz_people_boss__rsync();
DROP TRIGGER zzzz_teams_lead__sync ON teams;
DROP FUNCTION zzzz_teams_lead__sync();
ALTER TABLE teams RENAME COLUMN lead TO lead__old;
ALTER TABLE teams RENAME COLUMN lead__new TO lead;
CREATE FUNCTION zzzz_teams_lead__rsync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.lead__old := zzz_people_id__rmap(NEW.lead);
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzzz_teams_lead__rsync BEFORE INSERT OR UPDATE ON teams FOR EACH ROW EXECUTE FUNCTION zzzz_teams_lead__rsync();
DROP TRIGGER zzzz_badges_person__sync ON badges;
DROP FUNCTION zzzz_badges_person__sync();
ALTER TABLE badges DROP CONSTRAINT badges_pkey;
ALTER TABLE badges RENAME COLUMN person TO person__old;
ALTER TABLE badges RENAME COLUMN person__new TO person;
ALTER TABLE badges ALTER COLUMN person__old DROP NOT NULL;
ALTER TABLE badges ADD CONSTRAINT badges_pkey PRIMARY KEY USING INDEX badges_pkey__new;
CREATE FUNCTION zzzz_badges_person__rsync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.person__old := zzz_people_id__rmap(NEW.person);
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzzz_badges_person__rsync BEFORE INSERT OR UPDATE ON badges FOR EACH ROW EXECUTE FUNCTION zzzz_badges_person__rsync();
DROP TRIGGER zzzz_scans_badge__sync ON scans;
DROP FUNCTION zzzz_scans_badge__sync();
ALTER TABLE scans RENAME COLUMN badge TO badge__old;
ALTER TABLE scans RENAME COLUMN badge__new TO badge;
ALTER TABLE scans ALTER COLUMN badge__old DROP NOT NULL;
CREATE FUNCTION zzzz_scans_badge__rsync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.badge__old := zzz_badges_person__rmap(NEW.badge);
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzzz_scans_badge__rsync BEFORE INSERT OR UPDATE ON scans FOR EACH ROW EXECUTE FUNCTION zzzz_scans_badge__rsync();
DROP FUNCTION zzz_people_id__map(integer);
DROP FUNCTION zzz_badges_person__map(integer);
CREATE FUNCTION zzz_people_id__rmap(uuid) RETURNS integer LANGUAGE sql STRICT SET search_path FROM CURRENT AS $map$SELECT id__old FROM people WHERE id = $1$map$;
CREATE FUNCTION zzz_badges_person__rmap(uuid) RETURNS integer LANGUAGE sql STRICT SET search_path FROM CURRENT AS $map$SELECT person__old FROM badges WHERE person = $1$map$;
ALTER TABLE people RENAME CONSTRAINT people_boss_fkey__new TO people_boss_fkey;
ALTER TABLE teams RENAME CONSTRAINT teams_lead_fkey__new TO teams_lead_fkey;
ALTER TABLE badges RENAME CONSTRAINT badges_person_fkey__new TO badges_person_fkey;
ALTER TABLE scans RENAME CONSTRAINT scans_badge_fkey__new TO scans_badge_fkey;
CREATE VIEW leads AS
select t.id, p.name from teams t join people p on p.id = t.lead;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 39 (expand): keep a copy by trigger of column id of teams
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(CAST(ROW(teams.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM teams WHERE md5(concat('teams', id))::uuid IS NULL;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard converts: the expression behind `using` gives NULL for id of teams', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
ALTER TABLE teams ADD COLUMN id__new uuid;
CREATE FUNCTION zzz_teams_id__sync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.id__new := md5(concat('teams', NEW.id))::uuid;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_teams_id__sync BEFORE INSERT OR UPDATE ON teams FOR EACH ROW EXECUTE FUNCTION zzz_teams_id__sync();
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 40 (backfill): copy column id of teams
DO $backfill$
#variable_conflict use_column
DECLARE
  schemac_first_1 teams.id%TYPE;
  schemac_last_1 teams.id%TYPE;
BEGIN
  SELECT id INTO schemac_first_1 FROM teams ORDER BY id LIMIT 1;
  WHILE FOUND LOOP
    SELECT id INTO schemac_last_1 FROM (SELECT id FROM teams WHERE id >= schemac_first_1 ORDER BY id LIMIT 1000) AS page ORDER BY id DESC LIMIT 1;
    UPDATE teams SET id__new = md5(concat('teams', id))::uuid
      WHERE id >= schemac_first_1 AND id <= schemac_last_1 AND (id__new IS NULL);
    COMMIT;
    SELECT id INTO schemac_first_1 FROM teams WHERE id > schemac_last_1 ORDER BY id LIMIT 1;
  END LOOP;
END
$backfill$;
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 41 (expand): add check for not null of id__new of teams
ALTER TABLE teams ADD CONSTRAINT teams_id__new__nn CHECK (id__new IS NOT NULL) NOT VALID;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 42 (expand): validate not null of id__new of teams
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(CAST(ROW(teams.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM teams WHERE id__new IS NULL;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard no-nulls: id__new of teams is NULL', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
ALTER TABLE teams VALIDATE CONSTRAINT teams_id__new__nn;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 43 (expand): set not null on id__new of teams
ALTER TABLE teams ALTER COLUMN id__new SET NOT NULL;
ALTER TABLE teams DROP CONSTRAINT teams_id__new__nn;
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 44 (expand): create index teams_pkey__new concurrently
DO $leftover$
BEGIN
  IF EXISTS (SELECT 1 FROM pg_index WHERE NOT indisvalid AND indexrelid = to_regclass('teams_pkey__new')) THEN
    IF EXISTS (SELECT 1 FROM pg_stat_progress_create_index WHERE index_relid = to_regclass('teams_pkey__new')) THEN
      RAISE EXCEPTION USING MESSAGE = 'schemac guard no-build-running: index teams_pkey__new is being built';
    END IF;
    ALTER INDEX teams_pkey__new RENAME TO teams_pkey__new__invalid;
  END IF;
END
$leftover$;
DROP INDEX CONCURRENTLY IF EXISTS teams_pkey__new__invalid;
CREATE UNIQUE INDEX CONCURRENTLY teams_pkey__new ON teams (id__new);
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 45 (expand): analyze the copy of column id of teams
ANALYZE teams;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 46 (expand): look up the copy of column teams.id by its old value
CREATE FUNCTION zzz_teams_id__map(integer) RETURNS uuid LANGUAGE sql STRICT SET search_path FROM CURRENT AS $map$SELECT id__new FROM teams WHERE id = $1$map$;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 47 (expand): keep a copy by trigger of column team of people
ALTER TABLE people ADD COLUMN team__new uuid;
CREATE FUNCTION zzzz_people_team__sync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.team__new := zzz_teams_id__map(NEW.team);
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzzz_people_team__sync BEFORE INSERT OR UPDATE ON people FOR EACH ROW EXECUTE FUNCTION zzzz_people_team__sync();
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 48 (backfill): copy column team of people
DO $backfill$
#variable_conflict use_column
DECLARE
  schemac_first_1 people.id%TYPE;
  schemac_last_1 people.id%TYPE;
BEGIN
  SELECT id INTO schemac_first_1 FROM people ORDER BY id LIMIT 1;
  WHILE FOUND LOOP
    SELECT id INTO schemac_last_1 FROM (SELECT id FROM people WHERE id >= schemac_first_1 ORDER BY id LIMIT 1000) AS page ORDER BY id DESC LIMIT 1;
    UPDATE people SET team__new = zzz_teams_id__map(team)
      WHERE id >= schemac_first_1 AND id <= schemac_last_1 AND (team__new IS NULL AND team IS NOT NULL);
    COMMIT;
    SELECT id INTO schemac_first_1 FROM people WHERE id > schemac_last_1 ORDER BY id LIMIT 1;
  END LOOP;
END
$backfill$;
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 49 (expand): analyze the copy of column team of people
ANALYZE people;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 50 (expand): carry over foreign key people_team_fkey__new
LOCK TABLE teams, people IN SHARE ROW EXCLUSIVE MODE;
ALTER TABLE people ADD CONSTRAINT people_team_fkey__new FOREIGN KEY (team__new) REFERENCES teams (id__new) NOT VALID;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 51 (expand): validate foreign key people_team_fkey__new
ALTER TABLE people VALIDATE CONSTRAINT people_team_fkey__new;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 52 (expand): put the copies of column teams.id in their place
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(CAST(ROW(teams.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM teams WHERE id__new IS DISTINCT FROM md5(concat('teams', id))::uuid::uuid;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard copied: id of teams is not copied in every row', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(CAST(ROW(people.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM people WHERE team__new IS DISTINCT FROM zzz_teams_id__map(team)::uuid;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard copied: team of people is not copied in every row', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
LOCK TABLE teams, people IN ACCESS EXCLUSIVE MODE;
DROP VIEW leads;
ALTER TABLE people DROP CONSTRAINT people_team_fkey;
DROP TRIGGER zzz_teams_id__sync ON teams;
DROP FUNCTION zzz_teams_id__sync();
ALTER TABLE teams DROP CONSTRAINT teams_pkey;
ALTER TABLE teams RENAME COLUMN id TO id__old;
ALTER TABLE teams RENAME COLUMN id__new TO id;
ALTER TABLE teams ALTER COLUMN id SET DEFAULT gen_random_uuid();
ALTER TABLE teams ADD CONSTRAINT teams_pkey PRIMARY KEY USING INDEX teams_pkey__new;
DROP TRIGGER zzzz_people_team__sync ON people;
DROP FUNCTION zzzz_people_team__sync();
ALTER TABLE people RENAME COLUMN team TO team__old;
ALTER TABLE people RENAME COLUMN team__new TO team;
CREATE FUNCTION zzzz_people_team__rsync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.team__old := zzz_teams_id__rmap(NEW.team);
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzzz_people_team__rsync BEFORE INSERT OR UPDATE ON people FOR EACH ROW EXECUTE FUNCTION zzzz_people_team__rsync();
DROP FUNCTION zzz_teams_id__map(integer);
CREATE FUNCTION zzz_teams_id__rmap(uuid) RETURNS integer LANGUAGE sql STRICT SET search_path FROM CURRENT AS $map$SELECT id__old FROM teams WHERE id = $1$map$;
ALTER TABLE people RENAME CONSTRAINT people_team_fkey__new TO people_team_fkey;
CREATE VIEW leads AS
select t.id, p.name from teams t join people p on p.id = t.lead;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 53 (contract): drop the old column badge of scans
DROP TRIGGER zzzz_scans_badge__rsync ON scans;
DROP FUNCTION zzzz_scans_badge__rsync();
ALTER TABLE scans DROP COLUMN badge__old;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 54 (contract): drop the old column person of badges
DROP TRIGGER zzzz_badges_person__rsync ON badges;
DROP FUNCTION zzzz_badges_person__rsync();
ALTER TABLE badges DROP COLUMN person__old;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 55 (contract): drop the old column lead of teams
DROP TRIGGER zzzz_teams_lead__rsync ON teams;
DROP FUNCTION zzzz_teams_lead__rsync();
ALTER TABLE teams DROP COLUMN lead__old;
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 56 (contract): drop index people_boss_idx__old
DROP INDEX CONCURRENTLY people_boss_idx__old;
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 57 (contract): drop the old column boss of people
DROP TRIGGER zzzz_people_boss__rsync ON people;
DROP FUNCTION zzzz_people_boss__rsync();
ALTER TABLE people DROP COLUMN boss__old;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 58 (contract): forget the old values of column people.id
DROP FUNCTION zzz_people_id__rmap(uuid);
DROP FUNCTION zzz_badges_person__rmap(uuid);
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 59 (contract): drop the old column id of people
ALTER TABLE people DROP COLUMN id__old;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 60 (contract): drop the old column team of people
DROP TRIGGER zzzz_people_team__rsync ON people;
DROP FUNCTION zzzz_people_team__rsync();
ALTER TABLE people DROP COLUMN team__old;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 61 (contract): forget the old values of column teams.id
DROP FUNCTION zzz_teams_id__rmap(uuid);
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 62 (contract): drop the old column id of teams
ALTER TABLE teams DROP COLUMN id__old;
COMMIT;
