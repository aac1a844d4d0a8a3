-- Foreign keys that cross, turn back and circle, checks, primary keys, names of every kind.
create table p1 (a int, b int, c varchar(10), primary key (a, b), unique key ux (b, a), key (c));
create table c1 (id int primary key auto_increment, x int, y int, z varchar(10), constraint fk_comp foreign key (x, y) references p1 (a, b) on delete cascade on update restrict, constraint fk_same foreign key (x, y) references p1 (a, b) on update no action);
create table self1 (id int primary key, parent int, root int not null, constraint self_parent foreign key (parent) references self1 (id) on delete set null on update cascade, constraint self_root foreign key (root) references self1 (id) on delete cascade);
create table cyc_a (id int primary key, b_id int, key kb (b_id));
create table cyc_b (id int primary key, c_id int not null);
create table cyc_c (id int primary key, a_id int);
alter table cyc_a add constraint cyc_ab foreign key (b_id) references cyc_b (id) on delete set null;
alter table cyc_b add constraint cyc_bc foreign key (c_id) references cyc_c (id) on update cascade;
alter table cyc_c add constraint cyc_ca foreign key (a_id) references cyc_a (id) on delete restrict;
create table uni (id int primary key, code varchar(20) character set latin1 not null, unique key uc (code));
create table ref_uni (id int primary key, code varchar(20) character set latin1, constraint ru foreign key ix_code (code) references uni (code) on update cascade, key other (code, id));
create table gen_parent (id int primary key, g int as (id * 2) stored, unique key (g));
create table gen_child (id int primary key, v int as (id + 1) stored, n int, constraint gc1 foreign key (v) references gen_parent (id), constraint gc2 foreign key (n) references gen_parent (g));
create table chk (id int primary key, a int check (a > 0), b int, s varchar(30), constraint ab check (a < b), constraint named check (s in ('x', 'it''s', 'back\\slash')) not enforced, constraint `weird name``d` check (s like '%\\%%' escape '|'), constraint rx check (regexp_like(s, '^[a-z]+$', 'c')), check (json_valid(s) or s is null), check ((a between 1 and 10) xor (b is not null)));
create table many_keys (id int not null auto_increment, a int not null, b int not null, c int, primary key (a, b), unique key (id), key k (b), key k2 (b, c), key k3 (c, b desc), key k4 (a, c));
create table pk_desc (a int not null, b int not null, primary key (a desc, b));
create table `sel``ect` (`from` int primary key, `where``s` int, `a.b` int, ` lead` int, `ünïcödé` int, `名前` int, `key` int, key `group` (`key`), constraint `check` check (`key` > 0), constraint `fk.x` foreign key (`where``s`) references `sel``ect` (`from`));
create table `a23456789012345678901234567890123456789012345678901234567890_64x` (`a23456789012345678901234567890123456789012345678901234567890_64x` int primary key, b int, key `a23456789012345678901234567890123456789012345678901234567890_64x` (b), constraint `c23456789012345678901234567890123456789012345678901234567890_64x` check (b > 1));
