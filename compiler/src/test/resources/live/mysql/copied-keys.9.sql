-- A key that a foreign key leans on goes beside a check of the referring table.
set restrict_fk_on_non_standard_key=0; create table y (id int primary key, code int not null, n int, unique key y_code (code));
create table t (id int primary key, code int, v int, key t_code (code), constraint t_y foreign key (code) references y (code));
