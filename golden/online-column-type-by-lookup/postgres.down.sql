-- postgres:14, online, down: 12 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

-- this migration cannot be undone as a whole, so nothing of it is:
-- step 12 (drop the old column userId of carts): the old values of userId cannot be computed from the new ones
DO $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = 'schemac guard no-undo: cannot be undone: step 12 (drop the old column userId of carts): the old values of userId cannot be computed from the new ones';
END
$guard$;

-- step 12 (contract): undo: drop the old column userId of carts
-- cannot be undone: the old values of userId cannot be computed from the new ones

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 11 (contract): undo: drop index carts_userId_idx__old
CREATE INDEX CONCURRENTLY "carts_userId_idx__old" ON carts ("userId__old");
RESET lock_timeout;
RESET statement_timeout;

-- step 10 (expand): undo: validate foreign key carts_userId_fkey
-- nothing to undo: validation leaves nothing behind but the constraint itself

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 9 (expand): undo: add foreign key carts_userId_fkey to carts
ALTER TABLE carts DROP CONSTRAINT "carts_userId_fkey";
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 8 (expand): undo: put the copy of column userId of carts in its place
-- loses values written to userId since the swap
LOCK TABLE carts IN ACCESS EXCLUSIVE MODE;
ALTER TABLE carts RENAME COLUMN "userId" TO "userId__new";
ALTER TABLE carts RENAME COLUMN "userId__old" TO "userId";
ALTER TABLE carts ALTER COLUMN "userId" SET NOT NULL;
ALTER INDEX "carts_userId_idx" RENAME TO "carts_userId_idx__new";
ALTER INDEX "carts_userId_idx__old" RENAME TO "carts_userId_idx";
CREATE FUNCTION "zzz_carts_userId__sync"() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW."userId__new" := (SELECT (select u.id from users u where u."legacyNo" = carts."userId") FROM (SELECT NEW.*) AS carts);
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER "zzz_carts_userId__sync" BEFORE INSERT OR UPDATE ON carts FOR EACH ROW EXECUTE FUNCTION "zzz_carts_userId__sync"();
COMMIT;

-- step 7 (expand): undo: analyze the copy of column userId of carts
-- nothing to undo: statistics only

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 6 (expand): undo: create index carts_userId_idx__new concurrently
DROP INDEX CONCURRENTLY "carts_userId_idx__new";
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 5 (expand): undo: set not null on userId__new of carts
ALTER TABLE carts ADD CONSTRAINT "carts_userId__new__nn" CHECK ("userId__new" IS NOT NULL) NOT VALID;
ALTER TABLE carts ALTER COLUMN "userId__new" DROP NOT NULL;
COMMIT;

-- step 4 (expand): undo: validate not null of userId__new of carts
-- nothing to undo: validation leaves nothing behind but the check itself

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 3 (expand): undo: add check for not null of userId__new of carts
ALTER TABLE carts DROP CONSTRAINT "carts_userId__new__nn";
COMMIT;

-- step 2 (backfill): undo: copy column userId of carts
-- nothing to undo: the copy goes with its column

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): undo: keep a copy by trigger of column userId of carts
DROP TRIGGER "zzz_carts_userId__sync" ON carts;
DROP FUNCTION "zzz_carts_userId__sync"();
ALTER TABLE carts DROP COLUMN "userId__new";
COMMIT;
