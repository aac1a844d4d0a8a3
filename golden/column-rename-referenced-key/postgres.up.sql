-- postgres:14, direct, up: 3 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): rename column mail of users to email
ALTER TABLE users RENAME COLUMN mail TO email;
-- step 2 (expand): rename column uid of users to id
ALTER TABLE users RENAME COLUMN uid TO id;
-- step 3 (expand): rename unique users_mail_key to users_email_key
ALTER TABLE users RENAME CONSTRAINT users_mail_key TO users_email_key;
COMMIT;
