insert into orders (id, status, history, total) values (1, 'legacy', '{fresh,legacy}', 1), (2, 'paid', null, 2), (3, 'done', '{}', 0);
insert into events (at, status) select now() - make_interval(secs => g), case g % 3 when 0 then 'legacy' when 1 then 'paid' end::"Status" from generate_series(1, 3000) g;
