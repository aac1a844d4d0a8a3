-- Foreign keys to what is not unique, on tables that are copied together.
set restrict_fk_on_non_standard_key = 0;
create table parents (
  id bigint primary key,
  code bigint,
  key parents_code (code)
);
create table children (
  id int primary key,
  code bigint,
  key children_code (code),
  constraint children_parents foreign key (code) references parents (code),
  constraint children_coded check (code > 0)
);
