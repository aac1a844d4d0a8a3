insert into seats values (1, null), (2, 5);
