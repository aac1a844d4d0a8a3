-- postgres:14, online, down: 26 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 26 (contract): undo: stop filling column slug of carts
CREATE FUNCTION zzz_carts_slug__sync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.slug := coalesce(NEW.slug, 'cart-' || NEW.id);
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_carts_slug__sync BEFORE INSERT OR UPDATE ON carts FOR EACH ROW EXECUTE FUNCTION zzz_carts_slug__sync();
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 25 (contract): undo: drop the old column kind of carts
ALTER TABLE carts ADD COLUMN kind__old smallint;
UPDATE carts SET kind__old = CASE WHEN kind <= 32767 AND kind >= -32767 THEN kind::smallint END;
CREATE FUNCTION zzz_carts_kind__rsync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.kind__old := CASE WHEN NEW.kind <= 32767 AND NEW.kind >= -32767 THEN NEW.kind::smallint END;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_carts_kind__rsync BEFORE INSERT OR UPDATE ON carts FOR EACH ROW EXECUTE FUNCTION zzz_carts_kind__rsync();
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 24 (contract): undo: drop the old column user_id of carts
ALTER TABLE carts ADD COLUMN user_id__old integer;
UPDATE carts SET user_id__old = CASE WHEN user_id <= 2147483647 AND user_id >= -2147483647 THEN user_id::integer END;
CREATE FUNCTION zzz_carts_user_id__rsync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.user_id__old := CASE WHEN NEW.user_id <= 2147483647 AND NEW.user_id >= -2147483647 THEN NEW.user_id::integer END;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_carts_user_id__rsync BEFORE INSERT OR UPDATE ON carts FOR EACH ROW EXECUTE FUNCTION zzz_carts_user_id__rsync();
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 23 (contract): undo: drop index carts_user_id_idx__old
CREATE INDEX CONCURRENTLY carts_user_id_idx__old ON carts (user_id__old);
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 22 (expand): undo: set not null on slug of carts
ALTER TABLE carts ADD CONSTRAINT carts_slug__nn CHECK (slug IS NOT NULL) NOT VALID;
ALTER TABLE carts ALTER COLUMN slug DROP NOT NULL;
COMMIT;

-- step 21 (expand): undo: validate not null of slug of carts
-- nothing to undo: validation leaves nothing behind but the check itself

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 20 (expand): undo: add check for not null of slug of carts
ALTER TABLE carts DROP CONSTRAINT carts_slug__nn;
COMMIT;

-- step 19 (backfill): undo: fill column slug of carts
-- nothing to undo: the values go with the column

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 18 (expand): undo: add column slug of carts
-- loses values written since
DROP TRIGGER zzz_carts_slug__sync ON carts;
DROP FUNCTION zzz_carts_slug__sync();
ALTER TABLE carts DROP COLUMN slug;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 17 (expand): undo: put the copy of column kind of carts in its place
LOCK TABLE carts IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER zzz_carts_kind__rsync ON carts;
DROP FUNCTION zzz_carts_kind__rsync();
ALTER TABLE carts RENAME COLUMN kind TO kind__new;
ALTER TABLE carts RENAME COLUMN kind__old TO kind;
ALTER TABLE carts ALTER COLUMN kind SET NOT NULL;
CREATE FUNCTION zzz_carts_kind__sync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.kind__new := NEW.kind;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_carts_kind__sync BEFORE INSERT OR UPDATE ON carts FOR EACH ROW EXECUTE FUNCTION zzz_carts_kind__sync();
COMMIT;

-- step 16 (expand): undo: analyze the copy of column kind of carts
-- nothing to undo: statistics only

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 15 (expand): undo: set not null on kind__new of carts
ALTER TABLE carts ADD CONSTRAINT carts_kind__new__nn CHECK (kind__new IS NOT NULL) NOT VALID;
ALTER TABLE carts ALTER COLUMN kind__new DROP NOT NULL;
COMMIT;

-- step 14 (expand): undo: validate not null of kind__new of carts
-- nothing to undo: validation leaves nothing behind but the check itself

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 13 (expand): undo: add check for not null of kind__new of carts
ALTER TABLE carts DROP CONSTRAINT carts_kind__new__nn;
COMMIT;

-- step 12 (backfill): undo: copy column kind of carts
-- nothing to undo: the copy goes with its column

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 11 (expand): undo: keep a copy by trigger of column kind of carts
DROP TRIGGER zzz_carts_kind__sync ON carts;
DROP FUNCTION zzz_carts_kind__sync();
ALTER TABLE carts DROP COLUMN kind__new;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 10 (expand): undo: put the copy of column user_id of carts in its place
LOCK TABLE users, carts IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER zzz_carts_user_id__rsync ON carts;
DROP FUNCTION zzz_carts_user_id__rsync();
ALTER TABLE carts RENAME COLUMN user_id TO user_id__new;
ALTER TABLE carts RENAME COLUMN user_id__old TO user_id;
ALTER TABLE carts ALTER COLUMN user_id SET NOT NULL;
ALTER INDEX carts_user_id_idx RENAME TO carts_user_id_idx__new;
ALTER INDEX carts_user_id_idx__old RENAME TO carts_user_id_idx;
ALTER TABLE carts RENAME CONSTRAINT carts_user_id_fkey TO carts_user_id_fkey__new;
ALTER TABLE carts ADD CONSTRAINT carts_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE;
CREATE FUNCTION zzz_carts_user_id__sync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.user_id__new := NEW.user_id;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_carts_user_id__sync BEFORE INSERT OR UPDATE ON carts FOR EACH ROW EXECUTE FUNCTION zzz_carts_user_id__sync();
COMMIT;

-- step 9 (expand): undo: analyze the copy of column user_id of carts
-- nothing to undo: statistics only

-- step 8 (expand): undo: validate foreign key carts_user_id_fkey__new
-- nothing to undo: validation leaves nothing behind but the constraint itself

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 7 (expand): undo: carry over foreign key carts_user_id_fkey__new
ALTER TABLE carts DROP CONSTRAINT carts_user_id_fkey__new;
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 6 (expand): undo: create index carts_user_id_idx__new concurrently
DROP INDEX CONCURRENTLY carts_user_id_idx__new;
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 5 (expand): undo: set not null on user_id__new of carts
ALTER TABLE carts ADD CONSTRAINT carts_user_id__new__nn CHECK (user_id__new IS NOT NULL) NOT VALID;
ALTER TABLE carts ALTER COLUMN user_id__new DROP NOT NULL;
COMMIT;

-- step 4 (expand): undo: validate not null of user_id__new of carts
-- nothing to undo: validation leaves nothing behind but the check itself

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 3 (expand): undo: add check for not null of user_id__new of carts
ALTER TABLE carts DROP CONSTRAINT carts_user_id__new__nn;
COMMIT;

-- step 2 (backfill): undo: copy column user_id of carts
-- nothing to undo: the copy goes with its column

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): undo: keep a copy by trigger of column user_id of carts
DROP TRIGGER zzz_carts_user_id__sync ON carts;
DROP FUNCTION zzz_carts_user_id__sync();
ALTER TABLE carts DROP COLUMN user_id__new;
COMMIT;
