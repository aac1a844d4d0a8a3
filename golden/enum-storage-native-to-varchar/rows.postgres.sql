insert into items values (1, 'fixed', true), (2, 'custom', true);
