-- postgres:14, online, down: 6 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 6 (expand): undo: create index orders_size on orders
DROP INDEX CONCURRENTLY orders_size;
RESET lock_timeout;
RESET statement_timeout;

-- step 5 (expand): undo: drop what was set aside of orders_size
-- nothing to undo: an invalid index serves nobody

-- step 4 (expand): undo: set aside what a failed build of orders_size left behind
-- nothing to undo: an invalid index serves nobody

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 3 (expand): undo: create index orders_city_idx on orders
DROP INDEX CONCURRENTLY orders_city_idx;
RESET lock_timeout;
RESET statement_timeout;

-- step 2 (expand): undo: drop what was set aside of orders_city_idx
-- nothing to undo: an invalid index serves nobody

-- step 1 (expand): undo: set aside what a failed build of orders_city_idx left behind
-- nothing to undo: an invalid index serves nobody
