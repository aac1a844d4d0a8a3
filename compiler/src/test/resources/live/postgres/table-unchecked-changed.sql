-- The check of table-unchecked.sql, valid in other partitions.
create table pt (id int not null, k int, v text) partition by list (k);
create table pt1 partition of pt for values in (1);
create table pt2 partition of pt for values in (2) partition by hash (id);
create table pt2a partition of pt2 for values with (modulus 2, remainder 0);
create table pt2b partition of pt2 for values with (modulus 2, remainder 1);
alter table pt add constraint pnv check (v <> '') not valid;
alter table pt2b validate constraint pnv;
