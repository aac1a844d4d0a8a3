-- A function that others call, and a procedure of the same name that goes.
create function calc(b int, a int) returns bigint language plpgsql immutable as $$ begin return a + b; end $$;
create procedure calc(inout a int) language sql as $$ select 1 $$;
create table sums (id int primary key, n bigint generated always as (calc(id, 4)) stored);
alter table sums enable row level security;
create policy positive on sums using (calc(id, 3) > 0);
