insert into products values (1, 5), (2, -1);
