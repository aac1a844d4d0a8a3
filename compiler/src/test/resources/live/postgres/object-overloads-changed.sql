-- The function has a default, so that a call could mean either.
create function calc(a int, b int default 2) returns int language sql immutable as $$ select a * b $$;
create table sums (id int primary key, n bigint generated always as (calc(id)) stored);
alter table sums enable row level security;
create policy positive on sums as restrictive using (calc(id) > 0);
