-- mysql:8.4, online, up: 7 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 3, innodb_lock_wait_timeout = 5;

-- step 1 (expand): add column kind_new to items
ALTER TABLE `items` ADD COLUMN `kind_new` enum('fixed','monthly') NULL AFTER `kind`, ALGORITHM=INSTANT;

-- step 2 (expand): keep kind_new equal by triggers
CREATE TRIGGER `_sc_items_kind_n_i` BEFORE INSERT ON `items` FOR EACH ROW
SET NEW.`kind_new` = CASE WHEN NEW.`kind` = 'custom' THEN 'fixed' WHEN NEW.`kind` NOT IN ('fixed', 'monthly') THEN NULL ELSE NEW.`kind` END;
CREATE TRIGGER `_sc_items_kind_n_u` BEFORE UPDATE ON `items` FOR EACH ROW
SET NEW.`kind_new` = CASE WHEN NEW.`kind` = 'custom' THEN 'fixed' WHEN NEW.`kind` NOT IN ('fixed', 'monthly') THEN NULL ELSE NEW.`kind` END;

-- step 3 (backfill): copy kind to kind_new
DROP PROCEDURE IF EXISTS `_sc_items_kind_new`;
DELIMITER $$
CREATE PROCEDURE `_sc_items_kind_new`()
MODIFIES SQL DATA
BEGIN
  DECLARE finished bool DEFAULT FALSE;
  DECLARE last_1 int;
  DECLARE upto_1 int;
  DECLARE CONTINUE HANDLER FOR NOT FOUND SET finished = TRUE;
  SELECT `id` INTO upto_1 FROM `items` ORDER BY `id` LIMIT 1 OFFSET 4999;
  WHILE NOT finished DO
    UPDATE `items` SET `kind_new` = CASE WHEN `kind` = 'custom' THEN 'fixed' WHEN `kind` NOT IN ('fixed', 'monthly') THEN NULL ELSE `kind` END
      WHERE (last_1 IS NULL OR `id` > last_1) AND (`id` < upto_1 OR `id` = upto_1) AND (NOT (`kind_new` <=> CASE WHEN `kind` = 'custom' THEN 'fixed' WHEN `kind` NOT IN ('fixed', 'monthly') THEN NULL ELSE `kind` END));
    COMMIT;
    SET last_1 = upto_1;
    SELECT `id` INTO upto_1 FROM `items` WHERE (`id` > last_1) ORDER BY `id` LIMIT 1 OFFSET 4999;
  END WHILE;
  UPDATE `items` SET `kind_new` = CASE WHEN `kind` = 'custom' THEN 'fixed' WHEN `kind` NOT IN ('fixed', 'monthly') THEN NULL ELSE `kind` END
    WHERE (last_1 IS NULL OR `id` > last_1) AND (NOT (`kind_new` <=> CASE WHEN `kind` = 'custom' THEN 'fixed' WHEN `kind` NOT IN ('fixed', 'monthly') THEN NULL ELSE `kind` END));
  COMMIT;
END$$
DELIMITER ;
CALL `_sc_items_kind_new`();
DROP PROCEDURE `_sc_items_kind_new`;

-- step 4 (expand): complete column kind_new
SELECT (SELECT COUNT(*) FROM `items` WHERE `kind_new` IS NULL) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: kind does not fit in some rows (', @schemac_rows, ')'));
ALTER TABLE `items` MODIFY COLUMN `kind_new` enum('fixed','monthly') NOT NULL DEFAULT 'fixed', ALGORITHM=INPLACE, LOCK=NONE;

-- step 5 (expand): swap kind and kind_new
SELECT (SELECT COUNT(*) FROM `items` WHERE `kind_new` IS NULL) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: kind does not fit in some rows (', @schemac_rows, ')'));
LOCK TABLES `items` WRITE;
DROP TRIGGER `_sc_items_kind_n_i`;
DROP TRIGGER `_sc_items_kind_n_u`;
ALTER TABLE `items`
  RENAME COLUMN `kind` TO `kind_old`,
  RENAME COLUMN `kind_new` TO `kind`,
  ALGORITHM=INSTANT;
CREATE TRIGGER `_sc_items_kind_o_i` BEFORE INSERT ON `items` FOR EACH ROW
SET NEW.`kind_old` = coalesce(CASE WHEN NEW.`kind` NOT IN ('fixed', 'monthly', 'custom') THEN NULL ELSE NEW.`kind` END, 'custom');
CREATE TRIGGER `_sc_items_kind_o_u` BEFORE UPDATE ON `items` FOR EACH ROW
SET NEW.`kind_old` = coalesce(CASE WHEN NEW.`kind` NOT IN ('fixed', 'monthly', 'custom') THEN NULL ELSE NEW.`kind` END, 'custom');
UNLOCK TABLES;

-- step 6 (contract): stop keeping kind_old
DROP TRIGGER `_sc_items_kind_o_i`;
DROP TRIGGER `_sc_items_kind_o_u`;

-- step 7 (contract): drop column kind_old
ALTER TABLE `items` DROP COLUMN `kind_old`, ALGORITHM=INSTANT;
