-- postgres:14, online, down: 82 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 82 (contract): undo: drop the old column id of notes
ALTER TABLE notes ADD COLUMN id__old integer;
UPDATE notes SET id__old = CASE WHEN id <= 2147483647 AND id >= -2147483647 THEN id::integer END;
CREATE FUNCTION zzz_notes_id__rsync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.id__old := CASE WHEN NEW.id <= 2147483647 AND NEW.id >= -2147483647 THEN NEW.id::integer END;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_notes_id__rsync BEFORE INSERT OR UPDATE ON notes FOR EACH ROW EXECUTE FUNCTION zzz_notes_id__rsync();
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 81 (contract): undo: drop the old column order_id of notes
ALTER TABLE notes ADD COLUMN order_id__old integer;
UPDATE notes SET order_id__old = CASE WHEN order_id <= 2147483647 AND order_id >= -2147483647 THEN order_id::integer END;
CREATE FUNCTION zzz_notes_order_id__rsync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.order_id__old := CASE WHEN NEW.order_id <= 2147483647 AND NEW.order_id >= -2147483647 THEN NEW.order_id::integer END;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_notes_order_id__rsync BEFORE INSERT OR UPDATE ON notes FOR EACH ROW EXECUTE FUNCTION zzz_notes_order_id__rsync();
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 80 (contract): undo: drop the old column order_id of lines
ALTER TABLE lines ADD COLUMN order_id__old integer;
UPDATE lines SET order_id__old = CASE WHEN order_id <= 2147483647 AND order_id >= -2147483647 THEN order_id::integer END;
CREATE FUNCTION zzz_lines_order_id__rsync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.order_id__old := CASE WHEN NEW.order_id <= 2147483647 AND NEW.order_id >= -2147483647 THEN NEW.order_id::integer END;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_lines_order_id__rsync BEFORE INSERT OR UPDATE ON lines FOR EACH ROW EXECUTE FUNCTION zzz_lines_order_id__rsync();
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 79 (contract): undo: drop the old column id of orders
ALTER TABLE orders ADD COLUMN id__old integer;
UPDATE orders SET id__old = CASE WHEN id <= 2147483647 AND id >= -2147483647 THEN id::integer END;
CREATE FUNCTION zzz_orders_id__rsync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.id__old := CASE WHEN NEW.id <= 2147483647 AND NEW.id >= -2147483647 THEN NEW.id::integer END;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_orders_id__rsync BEFORE INSERT OR UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION zzz_orders_id__rsync();
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 78 (contract): undo: drop the old column person of lines
ALTER TABLE lines ADD COLUMN person__old integer;
UPDATE lines SET person__old = CASE WHEN person <= 2147483647 AND person >= -2147483647 THEN person::integer END;
CREATE FUNCTION zzz_lines_person__rsync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.person__old := CASE WHEN NEW.person <= 2147483647 AND NEW.person >= -2147483647 THEN NEW.person::integer END;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_lines_person__rsync BEFORE INSERT OR UPDATE ON lines FOR EACH ROW EXECUTE FUNCTION zzz_lines_person__rsync();
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 77 (contract): undo: drop unique lines_person_key__old
ALTER TABLE lines ADD CONSTRAINT lines_person_key__old UNIQUE (person__old);
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 76 (contract): undo: drop the old column seller of orders
ALTER TABLE orders ADD COLUMN seller__old integer;
UPDATE orders SET seller__old = CASE WHEN seller <= 2147483647 AND seller >= -2147483647 THEN seller::integer END;
CREATE FUNCTION zzz_orders_seller__rsync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.seller__old := CASE WHEN NEW.seller <= 2147483647 AND NEW.seller >= -2147483647 THEN NEW.seller::integer END;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_orders_seller__rsync BEFORE INSERT OR UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION zzz_orders_seller__rsync();
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 75 (contract): undo: drop the old column buyer of orders
ALTER TABLE orders ADD COLUMN buyer__old integer;
UPDATE orders SET buyer__old = CASE WHEN buyer <= 2147483647 AND buyer >= -2147483647 THEN buyer::integer END;
CREATE FUNCTION zzz_orders_buyer__rsync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.buyer__old := CASE WHEN NEW.buyer <= 2147483647 AND NEW.buyer >= -2147483647 THEN NEW.buyer::integer END;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_orders_buyer__rsync BEFORE INSERT OR UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION zzz_orders_buyer__rsync();
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 74 (contract): undo: drop index orders_buyer_idx__old
CREATE INDEX CONCURRENTLY orders_buyer_idx__old ON orders (buyer__old);
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 73 (contract): undo: drop the old column boss_id of people
ALTER TABLE people ADD COLUMN boss_id__old integer;
UPDATE people SET boss_id__old = CASE WHEN boss_id <= 2147483647 AND boss_id >= -2147483647 THEN boss_id::integer END;
CREATE FUNCTION zzz_people_boss_id__rsync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.boss_id__old := CASE WHEN NEW.boss_id <= 2147483647 AND NEW.boss_id >= -2147483647 THEN NEW.boss_id::integer END;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_people_boss_id__rsync BEFORE INSERT OR UPDATE ON people FOR EACH ROW EXECUTE FUNCTION zzz_people_boss_id__rsync();
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 72 (contract): undo: drop index people_boss_id_idx__old
CREATE INDEX CONCURRENTLY people_boss_id_idx__old ON people (boss_id__old);
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 71 (contract): undo: drop the old column id of people
ALTER TABLE people ADD COLUMN id__old integer;
UPDATE people SET id__old = CASE WHEN id <= 2147483647 AND id >= -2147483647 THEN id::integer END;
CREATE FUNCTION zzz_people_id__rsync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.id__old := CASE WHEN NEW.id <= 2147483647 AND NEW.id >= -2147483647 THEN NEW.id::integer END;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_people_id__rsync BEFORE INSERT OR UPDATE ON people FOR EACH ROW EXECUTE FUNCTION zzz_people_id__rsync();
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 70 (expand): undo: put the copies of column notes.id in their place
LOCK TABLE notes IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER zzz_notes_id__rsync ON notes;
DROP FUNCTION zzz_notes_id__rsync();
ALTER TABLE notes DROP CONSTRAINT notes_pkey;
ALTER TABLE notes RENAME COLUMN id TO id__new;
ALTER TABLE notes RENAME COLUMN id__old TO id;
ALTER TABLE notes ALTER COLUMN id SET NOT NULL;
ALTER TABLE notes ADD CONSTRAINT notes_pkey PRIMARY KEY (id);
CREATE UNIQUE INDEX notes_pkey__new ON notes (id__new);
CREATE FUNCTION zzz_notes_id__sync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.id__new := NEW.id;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_notes_id__sync BEFORE INSERT OR UPDATE ON notes FOR EACH ROW EXECUTE FUNCTION zzz_notes_id__sync();
COMMIT;

-- step 69 (expand): undo: analyze the copy of column id of notes
-- nothing to undo: statistics only

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 68 (expand): undo: create index notes_pkey__new concurrently
DROP INDEX CONCURRENTLY notes_pkey__new;
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 67 (expand): undo: set not null on id__new of notes
ALTER TABLE notes ADD CONSTRAINT notes_id__new__nn CHECK (id__new IS NOT NULL) NOT VALID;
ALTER TABLE notes ALTER COLUMN id__new DROP NOT NULL;
COMMIT;

-- step 66 (expand): undo: validate not null of id__new of notes
-- nothing to undo: validation leaves nothing behind but the check itself

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 65 (expand): undo: add check for not null of id__new of notes
ALTER TABLE notes DROP CONSTRAINT notes_id__new__nn;
COMMIT;

-- step 64 (backfill): undo: copy column id of notes
-- nothing to undo: the copy goes with its column

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 63 (expand): undo: keep a copy by trigger of column id of notes
DROP TRIGGER zzz_notes_id__sync ON notes;
DROP FUNCTION zzz_notes_id__sync();
ALTER TABLE notes DROP COLUMN id__new;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 62 (expand): undo: put the copies of column orders.id in their place
LOCK TABLE orders, lines, notes IN ACCESS EXCLUSIVE MODE;
DROP VIEW buyers;
ALTER TABLE lines DROP CONSTRAINT lines_order_id_fkey;
ALTER TABLE notes DROP CONSTRAINT notes_order_id_number_fkey;
DROP TRIGGER zzz_notes_order_id__rsync ON notes;
DROP FUNCTION zzz_notes_order_id__rsync();
ALTER TABLE notes RENAME COLUMN order_id TO order_id__new;
ALTER TABLE notes RENAME COLUMN order_id__old TO order_id;
ALTER TABLE notes ALTER COLUMN order_id SET NOT NULL;
CREATE FUNCTION zzz_notes_order_id__sync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.order_id__new := NEW.order_id;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_notes_order_id__sync BEFORE INSERT OR UPDATE ON notes FOR EACH ROW EXECUTE FUNCTION zzz_notes_order_id__sync();
DROP TRIGGER zzz_lines_order_id__rsync ON lines;
DROP FUNCTION zzz_lines_order_id__rsync();
ALTER TABLE lines DROP CONSTRAINT lines_pkey;
ALTER TABLE lines RENAME COLUMN order_id TO order_id__new;
ALTER TABLE lines RENAME COLUMN order_id__old TO order_id;
ALTER TABLE lines ALTER COLUMN order_id SET NOT NULL;
ALTER TABLE lines ADD CONSTRAINT lines_pkey PRIMARY KEY (order_id, number);
CREATE UNIQUE INDEX lines_pkey__new ON lines (order_id__new, number);
CREATE FUNCTION zzz_lines_order_id__sync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.order_id__new := NEW.order_id;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_lines_order_id__sync BEFORE INSERT OR UPDATE ON lines FOR EACH ROW EXECUTE FUNCTION zzz_lines_order_id__sync();
DROP TRIGGER zzz_orders_id__rsync ON orders;
DROP FUNCTION zzz_orders_id__rsync();
ALTER TABLE orders DROP CONSTRAINT orders_pkey;
ALTER TABLE orders RENAME COLUMN id TO id__new;
ALTER TABLE orders RENAME COLUMN id__old TO id;
ALTER TABLE orders ALTER COLUMN id SET NOT NULL;
ALTER TABLE orders ADD CONSTRAINT orders_pkey PRIMARY KEY (id);
CREATE UNIQUE INDEX orders_pkey__new ON orders (id__new);
CREATE FUNCTION zzz_orders_id__sync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.id__new := NEW.id;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_orders_id__sync BEFORE INSERT OR UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION zzz_orders_id__sync();
ALTER TABLE lines ADD CONSTRAINT lines_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders (id);
ALTER TABLE lines ADD CONSTRAINT lines_order_id_fkey__new FOREIGN KEY (order_id__new) REFERENCES orders (id__new);
ALTER TABLE notes ADD CONSTRAINT notes_order_id_number_fkey FOREIGN KEY (order_id, number) REFERENCES lines (order_id, number);
ALTER TABLE notes ADD CONSTRAINT notes_order_id_number_fkey__new FOREIGN KEY (order_id__new, number) REFERENCES lines (order_id__new, number);
CREATE VIEW buyers AS
select p.id, p.name from people p join orders o on o.buyer = p.id;
COMMIT;

-- step 61 (expand): undo: validate foreign key notes_order_id_number_fkey__new
-- nothing to undo: validation leaves nothing behind but the constraint itself

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 60 (expand): undo: carry over foreign key notes_order_id_number_fkey__new
ALTER TABLE notes DROP CONSTRAINT notes_order_id_number_fkey__new;
COMMIT;

-- step 59 (expand): undo: validate foreign key lines_order_id_fkey__new
-- nothing to undo: validation leaves nothing behind but the constraint itself

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 58 (expand): undo: carry over foreign key lines_order_id_fkey__new
ALTER TABLE lines DROP CONSTRAINT lines_order_id_fkey__new;
COMMIT;

-- step 57 (expand): undo: analyze the copy of column order_id of notes
-- nothing to undo: statistics only

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 56 (expand): undo: set not null on order_id__new of notes
ALTER TABLE notes ADD CONSTRAINT notes_order_id__new__nn CHECK (order_id__new IS NOT NULL) NOT VALID;
ALTER TABLE notes ALTER COLUMN order_id__new DROP NOT NULL;
COMMIT;

-- step 55 (expand): undo: validate not null of order_id__new of notes
-- nothing to undo: validation leaves nothing behind but the check itself

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 54 (expand): undo: add check for not null of order_id__new of notes
ALTER TABLE notes DROP CONSTRAINT notes_order_id__new__nn;
COMMIT;

-- step 53 (backfill): undo: copy column order_id of notes
-- nothing to undo: the copy goes with its column

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 52 (expand): undo: keep a copy by trigger of column order_id of notes
DROP TRIGGER zzz_notes_order_id__sync ON notes;
DROP FUNCTION zzz_notes_order_id__sync();
ALTER TABLE notes DROP COLUMN order_id__new;
COMMIT;

-- step 51 (expand): undo: analyze the copy of column order_id of lines
-- nothing to undo: statistics only

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 50 (expand): undo: create index lines_pkey__new concurrently
DROP INDEX CONCURRENTLY lines_pkey__new;
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 49 (expand): undo: set not null on order_id__new of lines
ALTER TABLE lines ADD CONSTRAINT lines_order_id__new__nn CHECK (order_id__new IS NOT NULL) NOT VALID;
ALTER TABLE lines ALTER COLUMN order_id__new DROP NOT NULL;
COMMIT;

-- step 48 (expand): undo: validate not null of order_id__new of lines
-- nothing to undo: validation leaves nothing behind but the check itself

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 47 (expand): undo: add check for not null of order_id__new of lines
ALTER TABLE lines DROP CONSTRAINT lines_order_id__new__nn;
COMMIT;

-- step 46 (backfill): undo: copy column order_id of lines
-- nothing to undo: the copy goes with its column

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 45 (expand): undo: keep a copy by trigger of column order_id of lines
DROP TRIGGER zzz_lines_order_id__sync ON lines;
DROP FUNCTION zzz_lines_order_id__sync();
ALTER TABLE lines DROP COLUMN order_id__new;
COMMIT;

-- step 44 (expand): undo: analyze the copy of column id of orders
-- nothing to undo: statistics only

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 43 (expand): undo: create index orders_pkey__new concurrently
DROP INDEX CONCURRENTLY orders_pkey__new;
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 42 (expand): undo: set not null on id__new of orders
ALTER TABLE orders ADD CONSTRAINT orders_id__new__nn CHECK (id__new IS NOT NULL) NOT VALID;
ALTER TABLE orders ALTER COLUMN id__new DROP NOT NULL;
COMMIT;

-- step 41 (expand): undo: validate not null of id__new of orders
-- nothing to undo: validation leaves nothing behind but the check itself

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 40 (expand): undo: add check for not null of id__new of orders
ALTER TABLE orders DROP CONSTRAINT orders_id__new__nn;
COMMIT;

-- step 39 (backfill): undo: copy column id of orders
-- nothing to undo: the copy goes with its column

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 38 (expand): undo: keep a copy by trigger of column id of orders
DROP TRIGGER zzz_orders_id__sync ON orders;
DROP FUNCTION zzz_orders_id__sync();
ALTER TABLE orders DROP COLUMN id__new;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 37 (expand): undo: put the copies of column people.id in their place
LOCK TABLE people, orders, lines IN ACCESS EXCLUSIVE MODE;
DROP VIEW buyers;
ALTER TABLE people DROP CONSTRAINT people_boss_id_fkey;
ALTER TABLE orders DROP CONSTRAINT orders_buyer_fkey;
ALTER TABLE orders DROP CONSTRAINT orders_seller_fkey;
ALTER TABLE lines DROP CONSTRAINT lines_person_fkey;
DROP TRIGGER zzz_lines_person__rsync ON lines;
DROP FUNCTION zzz_lines_person__rsync();
ALTER TABLE lines RENAME COLUMN person TO person__new;
ALTER TABLE lines RENAME COLUMN person__old TO person;
ALTER TABLE lines ALTER COLUMN person SET NOT NULL;
ALTER TABLE lines DROP CONSTRAINT lines_person_key;
ALTER TABLE lines RENAME CONSTRAINT lines_person_key__old TO lines_person_key;
CREATE UNIQUE INDEX lines_person_key__new ON lines (person__new);
CREATE FUNCTION zzz_lines_person__sync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.person__new := NEW.person;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_lines_person__sync BEFORE INSERT OR UPDATE ON lines FOR EACH ROW EXECUTE FUNCTION zzz_lines_person__sync();
DROP TRIGGER zzz_orders_seller__rsync ON orders;
DROP FUNCTION zzz_orders_seller__rsync();
ALTER TABLE orders RENAME COLUMN seller TO seller__new;
ALTER TABLE orders RENAME COLUMN seller__old TO seller;
CREATE FUNCTION zzz_orders_seller__sync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  IF TG_OP = 'UPDATE'
    AND NEW.seller__new IS DISTINCT FROM OLD.seller__new
    AND NEW.seller IS NOT DISTINCT FROM OLD.seller
    AND NEW.seller__new IS DISTINCT FROM NEW.seller THEN
    NEW.seller := CASE WHEN NEW.seller__new <= 2147483647 AND NEW.seller__new >= -2147483647 THEN NEW.seller__new::integer END;
  ELSE
    NEW.seller__new := NEW.seller;
  END IF;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_orders_seller__sync BEFORE INSERT OR UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION zzz_orders_seller__sync();
DROP TRIGGER zzz_orders_buyer__rsync ON orders;
DROP FUNCTION zzz_orders_buyer__rsync();
ALTER TABLE orders RENAME COLUMN buyer TO buyer__new;
ALTER TABLE orders RENAME COLUMN buyer__old TO buyer;
ALTER TABLE orders ALTER COLUMN buyer SET NOT NULL;
ALTER INDEX orders_buyer_idx RENAME TO orders_buyer_idx__new;
ALTER INDEX orders_buyer_idx__old RENAME TO orders_buyer_idx;
CREATE FUNCTION zzz_orders_buyer__sync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.buyer__new := NEW.buyer;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_orders_buyer__sync BEFORE INSERT OR UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION zzz_orders_buyer__sync();
DROP TRIGGER zzz_people_boss_id__rsync ON people;
DROP FUNCTION zzz_people_boss_id__rsync();
ALTER TABLE people RENAME COLUMN boss_id TO boss_id__new;
ALTER TABLE people RENAME COLUMN boss_id__old TO boss_id;
ALTER INDEX people_boss_id_idx RENAME TO people_boss_id_idx__new;
ALTER INDEX people_boss_id_idx__old RENAME TO people_boss_id_idx;
CREATE FUNCTION zzz_people_boss_id__sync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  IF TG_OP = 'UPDATE'
    AND NEW.boss_id__new IS DISTINCT FROM OLD.boss_id__new
    AND NEW.boss_id IS NOT DISTINCT FROM OLD.boss_id
    AND NEW.boss_id__new IS DISTINCT FROM NEW.boss_id THEN
    NEW.boss_id := CASE WHEN NEW.boss_id__new <= 2147483647 AND NEW.boss_id__new >= -2147483647 THEN NEW.boss_id__new::integer END;
  ELSE
    NEW.boss_id__new := NEW.boss_id;
  END IF;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_people_boss_id__sync BEFORE INSERT OR UPDATE ON people FOR EACH ROW EXECUTE FUNCTION zzz_people_boss_id__sync();
DROP TRIGGER zzz_people_id__rsync ON people;
DROP FUNCTION zzz_people_id__rsync();
ALTER TABLE people DROP CONSTRAINT people_pkey;
ALTER TABLE people RENAME COLUMN id TO id__new;
ALTER TABLE people RENAME COLUMN id__old TO id;
ALTER TABLE people ALTER COLUMN id SET NOT NULL;
ALTER TABLE people ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME people_id_seq__new);
SELECT setval('people_id_seq__new', last_value, is_called) FROM people_id_seq;
ALTER TABLE people ALTER COLUMN id__new DROP IDENTITY;
ALTER SEQUENCE people_id_seq__new RENAME TO people_id_seq;
ALTER TABLE people ADD CONSTRAINT people_pkey PRIMARY KEY (id);
CREATE UNIQUE INDEX people_pkey__new ON people (id__new);
CREATE FUNCTION zzz_people_id__sync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.id__new := NEW.id;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_people_id__sync BEFORE INSERT OR UPDATE ON people FOR EACH ROW EXECUTE FUNCTION zzz_people_id__sync();
ALTER TABLE people ADD CONSTRAINT people_boss_id_fkey FOREIGN KEY (boss_id) REFERENCES people (id) ON DELETE SET NULL;
ALTER TABLE people ADD CONSTRAINT people_boss_id_fkey__new FOREIGN KEY (boss_id__new) REFERENCES people (id__new) ON DELETE SET NULL;
ALTER TABLE orders ADD CONSTRAINT orders_buyer_fkey FOREIGN KEY (buyer) REFERENCES people (id) ON DELETE CASCADE;
ALTER TABLE orders ADD CONSTRAINT orders_buyer_fkey__new FOREIGN KEY (buyer__new) REFERENCES people (id__new) ON DELETE CASCADE;
ALTER TABLE orders ADD CONSTRAINT orders_seller_fkey FOREIGN KEY (seller) REFERENCES people (id) ON UPDATE CASCADE ON DELETE SET NULL;
ALTER TABLE orders ADD CONSTRAINT orders_seller_fkey__new FOREIGN KEY (seller__new) REFERENCES people (id__new) ON UPDATE CASCADE ON DELETE SET NULL;
ALTER TABLE lines ADD CONSTRAINT lines_person_fkey FOREIGN KEY (person) REFERENCES people (id);
ALTER TABLE lines ADD CONSTRAINT lines_person_fkey__new FOREIGN KEY (person__new) REFERENCES people (id__new);
CREATE VIEW buyers AS
select p.id, p.name from people p join orders o on o.buyer = p.id;
COMMIT;

-- step 36 (expand): undo: validate foreign key lines_person_fkey__new
-- nothing to undo: validation leaves nothing behind but the constraint itself

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 35 (expand): undo: carry over foreign key lines_person_fkey__new
ALTER TABLE lines DROP CONSTRAINT lines_person_fkey__new;
COMMIT;

-- step 34 (expand): undo: validate foreign key orders_seller_fkey__new
-- nothing to undo: validation leaves nothing behind but the constraint itself

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 33 (expand): undo: carry over foreign key orders_seller_fkey__new
ALTER TABLE orders DROP CONSTRAINT orders_seller_fkey__new;
COMMIT;

-- step 32 (expand): undo: validate foreign key orders_buyer_fkey__new
-- nothing to undo: validation leaves nothing behind but the constraint itself

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 31 (expand): undo: carry over foreign key orders_buyer_fkey__new
ALTER TABLE orders DROP CONSTRAINT orders_buyer_fkey__new;
COMMIT;

-- step 30 (expand): undo: validate foreign key people_boss_id_fkey__new
-- nothing to undo: validation leaves nothing behind but the constraint itself

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 29 (expand): undo: carry over foreign key people_boss_id_fkey__new
ALTER TABLE people DROP CONSTRAINT people_boss_id_fkey__new;
COMMIT;

-- step 28 (expand): undo: analyze the copy of column person of lines
-- nothing to undo: statistics only

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 27 (expand): undo: create index lines_person_key__new concurrently
DROP INDEX CONCURRENTLY lines_person_key__new;
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 26 (expand): undo: set not null on person__new of lines
ALTER TABLE lines ADD CONSTRAINT lines_person__new__nn CHECK (person__new IS NOT NULL) NOT VALID;
ALTER TABLE lines ALTER COLUMN person__new DROP NOT NULL;
COMMIT;

-- step 25 (expand): undo: validate not null of person__new of lines
-- nothing to undo: validation leaves nothing behind but the check itself

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 24 (expand): undo: add check for not null of person__new of lines
ALTER TABLE lines DROP CONSTRAINT lines_person__new__nn;
COMMIT;

-- step 23 (backfill): undo: copy column person of lines
-- nothing to undo: the copy goes with its column

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 22 (expand): undo: keep a copy by trigger of column person of lines
DROP TRIGGER zzz_lines_person__sync ON lines;
DROP FUNCTION zzz_lines_person__sync();
ALTER TABLE lines DROP COLUMN person__new;
COMMIT;

-- step 21 (expand): undo: analyze the copy of column seller of orders
-- nothing to undo: statistics only

-- step 20 (backfill): undo: copy column seller of orders
-- nothing to undo: the copy goes with its column

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 19 (expand): undo: keep a copy by trigger of column seller of orders
DROP TRIGGER zzz_orders_seller__sync ON orders;
DROP FUNCTION zzz_orders_seller__sync();
ALTER TABLE orders DROP COLUMN seller__new;
COMMIT;

-- step 18 (expand): undo: analyze the copy of column buyer of orders
-- nothing to undo: statistics only

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 17 (expand): undo: create index orders_buyer_idx__new concurrently
DROP INDEX CONCURRENTLY orders_buyer_idx__new;
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 16 (expand): undo: set not null on buyer__new of orders
ALTER TABLE orders ADD CONSTRAINT orders_buyer__new__nn CHECK (buyer__new IS NOT NULL) NOT VALID;
ALTER TABLE orders ALTER COLUMN buyer__new DROP NOT NULL;
COMMIT;

-- step 15 (expand): undo: validate not null of buyer__new of orders
-- nothing to undo: validation leaves nothing behind but the check itself

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 14 (expand): undo: add check for not null of buyer__new of orders
ALTER TABLE orders DROP CONSTRAINT orders_buyer__new__nn;
COMMIT;

-- step 13 (backfill): undo: copy column buyer of orders
-- nothing to undo: the copy goes with its column

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 12 (expand): undo: keep a copy by trigger of column buyer of orders
DROP TRIGGER zzz_orders_buyer__sync ON orders;
DROP FUNCTION zzz_orders_buyer__sync();
ALTER TABLE orders DROP COLUMN buyer__new;
COMMIT;

-- step 11 (expand): undo: analyze the copy of column boss_id of people
-- nothing to undo: statistics only

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 10 (expand): undo: create index people_boss_id_idx__new concurrently
DROP INDEX CONCURRENTLY people_boss_id_idx__new;
RESET lock_timeout;
RESET statement_timeout;

-- step 9 (backfill): undo: copy column boss_id of people
-- nothing to undo: the copy goes with its column

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 8 (expand): undo: keep a copy by trigger of column boss_id of people
DROP TRIGGER zzz_people_boss_id__sync ON people;
DROP FUNCTION zzz_people_boss_id__sync();
ALTER TABLE people DROP COLUMN boss_id__new;
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
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): undo: keep a copy by trigger of column id of people
DROP TRIGGER zzz_people_id__sync ON people;
DROP FUNCTION zzz_people_id__sync();
ALTER TABLE people DROP COLUMN id__new;
COMMIT;
