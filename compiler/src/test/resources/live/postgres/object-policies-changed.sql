-- Other owners.
do $$ begin create role live_one; exception when duplicate_object then null; end $$;
do $$ begin create role live_two; exception when duplicate_object then null; end $$;
do $$ begin create role live_three; exception when duplicate_object then null; end $$;
create schema sec authorization live_two;
create table sec.member (usr text primary key, org bigint not null, admin boolean default true, since date);
create table org (id bigint primary key, name text);
create table doc (id bigserial primary key, org bigint references org on delete cascade, body text,
  owner text default session_user);
insert into org values (1, 'o1'), (2, 'o2');
insert into doc (org, body) select 1 + i % 2, 'b' || i from generate_series(1, 15) i;
create function sec.my_org() returns bigint language sql stable begin atomic select max(org) from
  sec.member where usr = session_user and since is not null; end;
create function sec.is_admin() returns boolean language sql stable as $$ select true $$;
create function visible(d doc, o org default null) returns boolean language sql stable as
  $$ select d.org = o.id $$;
alter table doc enable row level security;
alter table org force row level security;
create policy own on doc for insert to live_one with check (org = sec.my_org());
create policy adm on doc as permissive for delete to live_two using (sec.is_admin() and owner <> 'x');
create policy vis on doc as restrictive for select using (visible(doc));
create policy o on org for update to live_three using (exists (select from doc where doc.org = org.id));
create policy doc_all on sec.member using (org in (select org from doc));
grant usage on schema sec to live_three;
grant select on doc to live_one with grant option;
grant select (id, owner), references (org) on doc to live_three;
grant all on org to public;
revoke select on org from public;
grant execute on function sec.is_admin() to live_two with grant option;
revoke execute on function sec.is_admin() from public;
set role live_one;
grant select on doc to live_two;
reset role;
alter default privileges in schema sec grant all on tables to live_three;
alter default privileges for role live_two grant select on tables to live_one;
alter default privileges revoke all on tables from postgres;
alter default privileges for role live_one in schema sec grant execute on functions to live_three;
alter table doc owner to live_two;
alter function visible(doc, org) owner to live_three;
alter table sec.member owner to live_one;
comment on policy doc_all on sec.member is 'x';
