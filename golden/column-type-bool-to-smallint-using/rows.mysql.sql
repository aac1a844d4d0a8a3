insert into flags values (1, true), (2, false);
