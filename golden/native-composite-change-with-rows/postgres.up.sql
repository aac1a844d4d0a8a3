-- postgres:14, direct, up: 10 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): replace domain small
ALTER DOMAIN small RENAME TO small__old;
CREATE DOMAIN small AS numeric(8,3) CONSTRAINT small_check CHECK (value >= 0);
-- step 2 (expand): drop function zip(addr)
DROP FUNCTION zip(addr);
-- step 3 (expand): replace native addr.type
LOCK TABLE people IN ACCESS EXCLUSIVE MODE;
ALTER TYPE addr RENAME TO addr__old;
create type addr as (zip varchar(20), "Odd, (name" text, street varchar(80) collate "C", geo int[], country char(2));
SET LOCAL check_function_bodies = off;
CREATE FUNCTION addr__old(addr__old) RETURNS addr LANGUAGE sql STRICT AS 'SELECT ($1).zip, ($1)."Odd, (name", ($1).street, ($1).geo, NULL::char(2)';
SET LOCAL check_function_bodies = on;
CREATE CAST (addr__old AS addr) WITH FUNCTION addr__old(addr__old) AS ASSIGNMENT;
ALTER TABLE people
  ALTER COLUMN a TYPE addr,
  ALTER COLUMN b TYPE addr[];
-- step 4 (expand): replace native person.type
LOCK TABLE people IN ACCESS EXCLUSIVE MODE;
ALTER TYPE person RENAME TO person__old;
create type person as (age int, name text, home addr, others addr[], s small);
SET LOCAL check_function_bodies = off;
CREATE FUNCTION person__old(person__old) RETURNS person LANGUAGE sql STRICT AS 'SELECT NULL::int, ($1).name, ($1).home, ($1).others, ($1).s::text::small';
SET LOCAL check_function_bodies = on;
CREATE CAST (person__old AS person) WITH FUNCTION person__old(person__old) AS ASSIGNMENT;
ALTER TABLE people
  ALTER COLUMN p TYPE person,
  ALTER COLUMN ps DROP DEFAULT,
  ALTER COLUMN ps TYPE person[],
  ALTER COLUMN ps SET DEFAULT '{}';
-- step 5 (expand): drop the former native person.type
DROP CAST (person__old AS person);
DROP FUNCTION person__old(person__old);
DROP TYPE person__old;
-- step 6 (expand): drop the former domain small
DROP DOMAIN small__old;
-- step 7 (expand): create function zip(addr)
SET LOCAL check_function_bodies = off;
CREATE FUNCTION zip(a addr) returns text language sql immutable AS $$select a.zip$$;
SET LOCAL check_function_bodies = on;
-- step 8 (expand): replace domain good_addr
LOCK TABLE people IN ACCESS EXCLUSIVE MODE;
ALTER DOMAIN good_addr RENAME TO good_addr__old;
CREATE DOMAIN good_addr AS addr CONSTRAINT good_addr_check CHECK ((value).zip <> '');
ALTER TABLE people ALTER COLUMN c TYPE good_addr;
-- step 9 (expand): drop the former domain good_addr
DROP DOMAIN good_addr__old;
-- step 10 (expand): drop the former native addr.type
DROP CAST (addr__old AS addr);
DROP FUNCTION addr__old(addr__old);
DROP TYPE addr__old;
COMMIT;
