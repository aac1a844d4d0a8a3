-- Policies that call functions and name other tables, privileges passed on and by default.
do $$ begin create role live_one; exception when duplicate_object then null; end $$;
do $$ begin create role live_two; exception when duplicate_object then null; end $$;
do $$ begin create role live_three; exception when duplicate_object then null; end $$;
do $$ begin create role live_odd; exception when duplicate_object then null; end $$;
create schema sec;
create table sec.member (usr name primary key, org int not null, admin boolean default false);
create table org (id int primary key, name text);
create table doc (id serial primary key, org int references org, body text, secret text,
  owner name default current_user);
insert into org values (1, 'o1'), (2, 'o2');
insert into doc (org, body) select 1 + i % 2, 'b' || i from generate_series(1, 15) i;
insert into sec.member values ('live_one', 1);
create function sec.my_org() returns int language sql stable security definer set search_path = sec,
  pg_temp begin atomic select org from sec.member where usr = current_user; end;
create function sec.is_admin(u name default current_user) returns boolean language plpgsql stable security
  definer as $$ begin return exists (select 1 from sec.member m where m.usr = u and m.admin); end $$;
create function visible(d doc) returns boolean language sql stable as $$ select d.org = sec.my_org() $$;
alter table doc enable row level security, force row level security;
alter table org enable row level security;
alter table sec.member enable row level security;
create policy own on doc for all to public using (org = sec.my_org()) with check (org = sec.my_org() and
  owner = current_user);
create policy adm on doc as restrictive for delete to live_one, live_two using (sec.is_admin());
create policy vis on doc for select using (visible(doc) or exists (select from org o join sec.member m on
  m.org = o.id where o.id = doc.org and m.usr = session_user));
create policy upd on doc for update to live_odd using (true) with check ((select count(*) from doc d2 where
  d2.owner = doc.owner) < 100);
create policy o on org using (id in (select org from sec.member));
create policy m on sec.member to current_user using (usr = current_user);
grant usage on schema sec to live_one, live_two with grant option;
grant select, insert, update on doc to live_one;
grant select (id, body), update (body), insert (id, org) on doc to live_two with grant option;
grant all on doc to live_three with grant option;
revoke delete, truncate on doc from live_three;
grant execute on function sec.my_org() to live_one;
revoke all on function sec.is_admin(name) from public;
grant usage, select on sequence doc_id_seq to live_one, live_two;
grant select on all tables in schema sec to live_three;
revoke all on function visible(doc) from public, postgres;
set role live_three;
grant select on doc to live_odd with grant option;
reset role;
set role live_odd;
grant select on doc to live_one;
reset role;
set role live_two;
grant select (id) on doc to public;
reset role;
alter default privileges in schema sec grant select on tables to live_one;
alter default privileges for role live_one in schema sec revoke all on functions from public;
alter default privileges for role live_two grant all on tables to live_one with grant option;
alter default privileges revoke all on tables from postgres;
comment on policy own on doc is 'own docs';
comment on function sec.my_org() is 'mo';
