insert into shops values (1, 'north'), (2, 'south');
insert into sales (id, shop, next) overriding system value values (1, 2, null), (2, 2, 1), (3, 1, 3);
