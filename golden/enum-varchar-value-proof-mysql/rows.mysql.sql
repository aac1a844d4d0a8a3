insert into items values (1, 'fixed'), (2, 'monthly');
