-- mysql:8.4, direct, up: 9 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 1 (expand): create table visits
CREATE TABLE `visits` (
  `id` int NOT NULL,
  `region` int NOT NULL,
  `day` date NOT NULL,
  PRIMARY KEY (`id`, `region`, `day`)
)
PARTITION BY RANGE (`region`)
SUBPARTITION BY HASH (to_days(`day`)) SUBPARTITIONS 2 (
  PARTITION `low` VALUES less than (10) COMMENT = 'few', 
  PARTITION `high` VALUES less than (20), 
  PARTITION `rest` VALUES less than maxvalue);

-- step 2 (expand): create table named
CREATE TABLE `named` (
  `a` int NULL,
  `b` date NULL
)
PARTITION BY RANGE (to_days(`b`))
SUBPARTITION BY LINEAR KEY (`a`) (
  PARTITION `old` VALUES less than (737790) (
    SUBPARTITION `old_1` COMMENT = 'cold' MAX_ROWS = 5, 
    SUBPARTITION `old_2`), 
  PARTITION `new` VALUES less than maxvalue (
    SUBPARTITION `new_1`, 
    SUBPARTITION `new_2`));

-- step 3 (expand): create table by_columns
CREATE TABLE `by_columns` (
  `a` int NULL,
  `b` varchar(5) NULL
)
PARTITION BY RANGE COLUMNS (`a`, `b`) (
  PARTITION `p0` VALUES less than (1, 'm'), 
  PARTITION `p1` VALUES less than (maxvalue, maxvalue));

-- step 4 (expand): create table by_text
CREATE TABLE `by_text` (
  `a` varchar(10) NULL
)
PARTITION BY LIST COLUMNS (`a`) (
  PARTITION `x` VALUES in ('a', 'b'), 
  PARTITION `y` VALUES in ('c', null));

-- step 5 (expand): create table by_value
CREATE TABLE `by_value` (
  `a` int NULL
)
PARTITION BY LIST (`a`) (
  PARTITION `x` VALUES in (1, -2), 
  PARTITION `y` VALUES in (3));

-- step 6 (expand): create table spread
CREATE TABLE `spread` (
  `a` int NULL
)
PARTITION BY LINEAR HASH (`a`) PARTITIONS 3;

-- step 7 (expand): create table chosen
CREATE TABLE `chosen` (
  `a` int NULL
)
PARTITION BY HASH (`a`) (
  PARTITION `one` COMMENT = 'first', 
  PARTITION `two`);

-- step 8 (expand): create table keyed
CREATE TABLE `keyed` (
  `a` int NOT NULL,
  PRIMARY KEY (`a`)
)
PARTITION BY KEY () PARTITIONS 2;

-- step 9 (expand): create table keyed_as_before
CREATE TABLE `keyed_as_before` (
  `a` int NOT NULL,
  PRIMARY KEY (`a`)
)
PARTITION BY KEY ALGORITHM = 1 (`a`) PARTITIONS 2;
