-- The tables of table-methods.sql by another access method.
create access method m2 type table handler heap_tableam_handler;
create access method i1 type index handler hashhandler;
create table t (a int) using m2;
create materialized view v using m2 as select 1 as a;
