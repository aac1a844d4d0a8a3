-- mysql:8.4, online, up: 2 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 3, innodb_lock_wait_timeout = 5;

-- step 1 (backfill): rewrite values of kind
DROP PROCEDURE IF EXISTS `_sc_items_kind`;
DELIMITER $$
CREATE PROCEDURE `_sc_items_kind`()
MODIFIES SQL DATA
BEGIN
  DECLARE finished bool DEFAULT FALSE;
  DECLARE last_1 int;
  DECLARE upto_1 int;
  DECLARE CONTINUE HANDLER FOR NOT FOUND SET finished = TRUE;
  SELECT `id` INTO upto_1 FROM `items` ORDER BY `id` LIMIT 1 OFFSET 4999;
  WHILE NOT finished DO
    UPDATE `items` SET `kind` = CASE `kind` WHEN 'custom' THEN 'fixed' ELSE `kind` END
      WHERE (last_1 IS NULL OR `id` > last_1) AND (`id` < upto_1 OR `id` = upto_1) AND (`kind` IN ('custom'));
    COMMIT;
    SET last_1 = upto_1;
    SELECT `id` INTO upto_1 FROM `items` WHERE (`id` > last_1) ORDER BY `id` LIMIT 1 OFFSET 4999;
  END WHILE;
  UPDATE `items` SET `kind` = CASE `kind` WHEN 'custom' THEN 'fixed' ELSE `kind` END
    WHERE (last_1 IS NULL OR `id` > last_1) AND (`kind` IN ('custom'));
  COMMIT;
END$$
DELIMITER ;
CALL `_sc_items_kind`();
DROP PROCEDURE `_sc_items_kind`;

-- step 2 (expand): change column kind of items
SET time_zone = IF(NOT EXISTS (SELECT 1 FROM `items` WHERE `kind` NOT IN ('fixed', 'monthly')), @@session.time_zone,
  CONCAT('schemac guard: kind holds other values (', (SELECT COUNT(*) FROM `items` WHERE `kind` NOT IN ('fixed', 'monthly')), ')'));
SET time_zone = IF(NOT EXISTS (SELECT 1 FROM `items` WHERE `kind` NOT IN ('fixed', 'monthly')), @@session.time_zone,
  CONCAT('schemac guard: kind does not fit in some rows (', (SELECT COUNT(*) FROM `items` WHERE `kind` NOT IN ('fixed', 'monthly')), ')'));
ALTER TABLE `items` MODIFY COLUMN `kind` enum('fixed','monthly') NOT NULL DEFAULT 'fixed', ALGORITHM=COPY, LOCK=SHARED;
