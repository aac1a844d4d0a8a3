-- postgres:14, direct, up: 2 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): create function trim_it()
CREATE FUNCTION trim_it() returns trigger language plpgsql AS $$
begin
  new.name := trim(new.name);
  return new;
end
$$;
-- step 2 (expand): create trigger users.trim_name
CREATE TRIGGER trim_name before insert or update on users for each row EXECUTE FUNCTION trim_it();
COMMIT;
