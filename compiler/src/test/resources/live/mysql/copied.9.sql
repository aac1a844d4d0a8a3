-- Foreign keys to what is not unique, on tables that are copied together.
set restrict_fk_on_non_standard_key = 0;
create table parents (
  id int primary key,
  code int,
  key parents_code (code)
);
create table children (
  id int primary key,
  code int,
  key children_code (code),
  constraint children_parents foreign key (code) references parents (code)
);
