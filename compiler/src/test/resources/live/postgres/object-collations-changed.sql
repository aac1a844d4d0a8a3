-- The collations of object-collations.sql, otherwise and elsewhere.
create schema s;
create collation s.ci (provider = icu, locale = 'en-u-ks-level1', deterministic = false);
create collation c2 (provider = icu, locale = 'fr');
create collation s.de (provider = libc, locale = 'C');
create domain dt as varchar(30) collate s.ci;
create type ct as (a text collate s.ci, b dt, c int);
create type rg as range (subtype = text, collation = s.de);
create table t (a text collate c2 primary key, b varchar(10) collate "C" unique, c char(5) collate c2, d dt, e ct, f text[] collate "C", g text generated always as (lower(b collate s.de)) stored, h rg, i text collate "C" check (i collate s.ci > 'a'), exclude using btree (c collate s.de with =));
create index i1 on t (b collate s.ci, (c || b) collate "C");
create index i2 on t (lower(a collate s.de) collate c2);
create table p (a text collate s.ci, b text collate c2) partition by range (b collate "C", (lower(a collate s.de)) collate "POSIX");
create table p1 partition of p for values from ('a', 'b') to ('c', 'e');
create view v as select a, b collate c2 as bb, max(a collate s.de) as m from t group by 1, 2 order by a collate "POSIX"; 
