insert into products values (1, -5);
