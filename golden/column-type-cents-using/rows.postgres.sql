insert into payments values (1, 12.50), (2, -0.01);
