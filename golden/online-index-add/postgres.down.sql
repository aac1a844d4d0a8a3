-- postgres:14, online, down: 2 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 2 (expand): undo: create index orders_size concurrently
DROP INDEX CONCURRENTLY orders_size;
RESET lock_timeout;
RESET statement_timeout;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 1 (expand): undo: create index orders_city_idx concurrently
DROP INDEX CONCURRENTLY orders_city_idx;
RESET lock_timeout;
RESET statement_timeout;
