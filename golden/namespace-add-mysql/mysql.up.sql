-- mysql:8.4, direct, up: 2 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 5;

-- step 1 (expand): create database golden_shop
CREATE DATABASE `golden_shop` CHARACTER SET = latin1;

-- step 2 (expand): create table golden_shop.orders
CREATE TABLE `golden_shop`.`orders` (
  `id` int NOT NULL,
  `note` varchar(20) NOT NULL,
  PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET = latin1;
