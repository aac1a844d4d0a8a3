insert into measures values (1, '4'), (2, '-7');
