-- Collations in every place that has one, of the schema's own.
create schema s;
create collation s.ci (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
create collation c2 from "C";
create collation s.de (provider = icu, locale = 'de');
create domain dt as text collate s.ci;
create type ct as (a text collate c2, b dt);
create type rg as range (subtype = text, collation = c2);
create table t (a text collate s.ci primary key, b varchar(10) collate c2 unique, c char(3) collate "POSIX", d dt, e ct, f text[] collate s.de, g text generated always as (lower(b collate s.ci)) stored, h rg, i text collate s.ci check (i collate c2 > 'a'), exclude using btree (c collate c2 with =));
create index i1 on t (b collate s.de desc, (c || b) collate c2 text_pattern_ops);
create index i2 on t (lower(a collate c2) collate "C");
create table p (a text collate s.ci, b text collate c2) partition by range (b collate "C", (lower(a collate c2)) collate "POSIX");
create table p1 partition of p for values from ('a', 'b') to ('c', 'd');
create view v as select a, b collate s.de as bb, max(a collate c2) as m from t group by 1, 2 order by a collate "C";
create function f(x text) returns text language sql as 'select $1';
