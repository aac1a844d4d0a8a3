-- Tables, a materialized view and an index by access methods of the schema's own.
create access method m1 type table handler heap_tableam_handler;
create access method i1 type index handler bthandler;
create table t (a int) using m1;
create materialized view v using m1 as select 1 as a;
