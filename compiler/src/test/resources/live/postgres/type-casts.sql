-- An enum that columns have as their default's type, and casts to it.
create type mood as enum ('sad', 'ok', 'happy');
create function to_mood(int) returns mood language sql immutable as $$ select 'ok'::mood $$;
create cast (int as mood) with function to_mood(int) as assignment;
create table t (id int, m mood default 'ok', ms mood[] default '{ok}');
create view v as select id::mood as x from t;
