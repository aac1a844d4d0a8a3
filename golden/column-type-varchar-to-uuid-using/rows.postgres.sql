insert into tokens values (1, '00000000-0000-0000-0000-00000000000a');
