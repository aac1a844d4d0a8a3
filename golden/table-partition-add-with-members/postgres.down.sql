-- postgres:14, direct, down: 17 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 17 (expand): undo: create table shop.names_rest
-- loses the rows written since
DROP TABLE shop.names_rest;
-- step 16 (expand): undo: create table shop.names_a
-- loses the rows written since
DROP TABLE shop.names_a;
-- step 15 (expand): undo: create table shop.by_expression
-- loses the rows written since
DROP TABLE shop.by_expression;
-- step 14 (expand): undo: create table shop.m_late
-- loses the rows written since
DROP TABLE shop.m_late;
-- step 13 (expand): undo: create table archive.m_2020_else
-- loses the rows written since
DROP TABLE archive.m_2020_else;
-- step 12 (expand): undo: create table archive.m_2020_far
-- loses the rows written since
DROP TABLE archive.m_2020_far;
-- step 11 (expand): undo: add foreign key m_2020_near_1_id_fkey to archive.m_2020_near_1
ALTER TABLE archive.m_2020_near_1 DROP CONSTRAINT m_2020_near_1_id_fkey;
-- step 10 (expand): undo: create table archive.m_2020_near_1
-- loses the rows written since
DROP TABLE archive.m_2020_near_1;
-- step 9 (expand): undo: create table archive.m_2020_near_0
-- loses the rows written since
DROP TABLE archive.m_2020_near_0;
-- step 8 (expand): undo: create table archive.m_2020_near
-- loses the rows written since
DROP TABLE archive.m_2020_near;
-- step 7 (expand): undo: create table archive.m_2020
-- loses the rows written since
DROP TABLE archive.m_2020;
-- step 6 (expand): undo: create table shop.m_old
-- loses the rows written since
DROP TABLE shop.m_old;
-- step 5 (expand): undo: add foreign key measurements_customer_fkey to shop.measurements
ALTER TABLE shop.measurements DROP CONSTRAINT measurements_customer_fkey;
-- step 4 (expand): undo: create table shop.measurements
-- loses the rows written since
DROP TABLE shop.measurements;
-- step 3 (expand): undo: create table shop.customer
-- loses the rows written since
DROP TABLE shop.customer;
-- step 2 (expand): undo: create namespace shop
DROP SCHEMA shop;
-- step 1 (expand): undo: create namespace archive
DROP SCHEMA archive;
COMMIT;
