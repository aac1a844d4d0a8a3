-- Partitions to some depth, foreign keys from, to and within partitioned tables.
do $$ begin create role live_one; exception when duplicate_object then null; end $$;
do $$ begin create role live_two; exception when duplicate_object then null; end $$;
create schema arch;
create function pf() returns trigger language plpgsql as 'begin return new; end';
create table ref (id int primary key, region text, unique (region, id));
insert into ref select i, 'r' || i % 3 from generate_series(1, 30) i;
create table ev (id int not null, at date not null, kind text not null default 'k',
  ref int references ref on delete set null, amount numeric check (amount >= 0),
  note text storage external, constraint ev_pk primary key (id, at, kind)) partition by range (at);
create table ev_20 partition of ev for values from ('2020-01-01') to ('2021-01-01') partition by list (kind);
create table ev_20_k partition of ev_20 (constraint small check (amount < 1000),
  note default 'n20') for values in ('k', 'l') with (fillfactor = 70);
create table ev_20_null partition of ev_20 for values in ('z') partition by hash (id);
create table ev_20_h0 partition of ev_20_null for values with (modulus 2, remainder 0);
create table ev_20_h1 partition of ev_20_null for values with (modulus 2, remainder 1);
create table ev_20_d partition of ev_20 default;
create table arch.ev_19 partition of ev for values from (minvalue) to ('2020-01-01');
create table ev_d partition of ev default;
create index ev_amount on ev (amount) include (note);
create index on ev_20 (note);
create unique index on ev_20_k (id);
create trigger ev_t before insert on ev for each row execute function pf();
create trigger ev_k after update on ev_20_k for each row execute function pf('k');
alter table ev_20_d disable trigger ev_t;
create table evx (eid int, eat date, ekind text, foreign key (eid, eat,
  ekind) references ev on update cascade, n int);
create table pr (region text, id int, sub int, foreign key (region, id) references ref (region,
  id) match full) partition by list (region);
create table pr_1 partition of pr for values in ('live_one', null);
create table pr_d partition of pr default;
create table pr_self (id int, region text, p int, primary key (id, region), foreign key (p,
  region) references pr_self) partition by hash (region);
create table pr_self_0 partition of pr_self for values with (modulus 1, remainder 0);
insert into ev (id, at, kind, ref, amount) select i, date '2019-06-01' + i * 30,
  (array['k','l','z','q'])[1 + i % 4], 1 + i % 30, i from generate_series(1, 40) i;
insert into evx select id, at, kind, 1 from ev limit 5;
insert into pr select region, id, 1 from ref;
alter table ev enable row level security;
create policy p on ev using (amount > 0);
create policy p2 on arch.ev_19 using (true);
create statistics ev_s on kind, ref from ev;
grant select on ev to live_one;
grant update (note) on ev_20_k to live_two;
comment on table ev_20_k is 'k';
comment on column ev.note is 'note';
comment on column arch.ev_19.note is 'n19';
comment on constraint ev_pk on ev is 'pk';
comment on index ev_amount is 'am';
comment on trigger ev_t on ev is 't';
create view ev_v as select * from ev where amount > 3;
alter table arch.ev_19 owner to live_one;
create table ident (id int generated always as identity, k int,
  v text generated always as (k::text) stored) partition by range (k);
create table ident_1 partition of ident for values from (1) to (100);
create table ident_2 (k int, id int constraint ident_id_not_null not null,
  v text generated always as (k::text) stored);
alter table ident attach partition ident_2 for values from (100) to (200);
