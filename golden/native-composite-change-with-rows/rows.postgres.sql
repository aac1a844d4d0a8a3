insert into people values
  (1, row('s', '1', '{1.5,2}', 4), array[row('x', '2', null, 5)::addr, null], row('q', '77', null, 1),
    row('n', row('h', '3', '{1}', 9), array[row('o', '4', '{}', 1)::addr], 5),
    array[row('m', null, null, 1)::person]),
  (2, null, '{}', null, null, null),
  (3, row(null, null, null, null),
    array[array[row('1', '1', null, 1)::addr], array[row('2', '2', null, 2)::addr]], null,
    row(null, null, null, null), null);
