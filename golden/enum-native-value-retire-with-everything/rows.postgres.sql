insert into orders (id, status, history, total) values (1, 'legacy', '{fresh,legacy}', 1), (2, 'paid', null, 2), (3, 'done', '{}', 0);
insert into events (at, status) values ('2024-01-01', 'legacy'), ('2024-01-02', 'paid'), ('2024-01-03', null);
