-- postgres:14, direct, down: 3 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 3 (expand): undo: rename unique users_mail_key to users_email_key
ALTER TABLE users RENAME CONSTRAINT users_email_key TO users_mail_key;
-- step 2 (expand): undo: rename column uid of users to id
ALTER TABLE users RENAME COLUMN id TO uid;
-- step 1 (expand): undo: rename column mail of users to email
ALTER TABLE users RENAME COLUMN email TO mail;
COMMIT;
