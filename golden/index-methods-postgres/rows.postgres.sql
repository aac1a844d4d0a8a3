insert into docs values (1, '{"a": 1}', '[2020-01-01,2020-01-02)');
