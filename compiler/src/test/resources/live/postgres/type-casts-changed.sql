-- The enum of type-casts.sql with other values, and another cast to it.
create type mood as enum ('happy', 'great', 'ok');
create cast (int as mood) with inout;
create table t (id int, m mood default 'ok', ms mood[] default '{great}');
create view v as select id::mood as x, m from t;
