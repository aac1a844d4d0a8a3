create table t (id int primary key, a decimal(3, 0) not null, b varbinary(20), c json, d vector(2), e vector);
