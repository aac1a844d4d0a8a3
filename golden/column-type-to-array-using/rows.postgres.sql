insert into posts values (1, 'a,b'), (2, '');
