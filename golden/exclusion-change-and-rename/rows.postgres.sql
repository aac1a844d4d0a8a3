insert into bookings values (1, '[2020-01-01,2020-01-02)', true), (2, '[2020-02-01,2020-02-02)', false);
