-- mariadb:10.11, online, up: 5 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 3, innodb_lock_wait_timeout = 5;

-- step 1 (expand): create items_new
SELECT (SELECT COUNT(*) FROM `items` WHERE CASE WHEN `size` = 's' THEN 'small' WHEN `size` = 'm' THEN 'medium' WHEN `size` = 'l' THEN 'medium' ELSE `size` END NOT IN ('small', 'medium')) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: rows violate items_size_check (', @schemac_rows, ')'));
SELECT (SELECT COUNT(*) FROM `items` WHERE CASE WHEN `kind` = 'custom' THEN 'fixed' ELSE `kind` END NOT IN ('fixed', 'monthly')) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: rows violate items_kind_check (', @schemac_rows, ')'));
SELECT (SELECT COUNT(*) FROM `items` WHERE `size` IS NOT NULL AND CASE WHEN `size` = 's' THEN 'small' WHEN `size` = 'm' THEN 'medium' WHEN `size` = 'l' THEN 'medium' ELSE `size` END IS NULL) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: size does not fit in some rows (', @schemac_rows, ')'));
SELECT (SELECT COUNT(*) FROM `items` WHERE CASE WHEN `kind` = 'custom' THEN 'fixed' ELSE `kind` END IS NULL) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: kind does not fit in some rows (', @schemac_rows, ')'));
SELECT (SELECT COUNT(*) FROM `items` WHERE `price` * 100 + 1 IS NULL) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: cents does not fit in some rows (', @schemac_rows, ')'));
CREATE TABLE `items_new` (
  `id` int NOT NULL AUTO_INCREMENT,
  `size` varchar(20) NULL,
  `kind` varchar(50) NOT NULL DEFAULT 'fixed',
  `count` bigint NOT NULL,
  `total` int GENERATED ALWAYS AS (`count` * 2) STORED,
  `price` bigint NOT NULL,
  `cents` decimal(10,2) NOT NULL,
  `gross` bigint GENERATED ALWAYS AS (`price` * 2) STORED,
  PRIMARY KEY (`id`),
  CONSTRAINT `items_size_check` CHECK (`size` IN ('small', 'medium')),
  CONSTRAINT `items_kind_check` CHECK (`kind` IN ('fixed', 'monthly')),
  INDEX `items_kind_idx` (`kind`)
);
SELECT CONCAT('ALTER TABLE `items_new` AUTO_INCREMENT = ', COALESCE(auto_increment, 1)) INTO @schemac_counter FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'items';
PREPARE schemac_counter FROM @schemac_counter;
EXECUTE schemac_counter;
DEALLOCATE PREPARE schemac_counter;

-- step 2 (expand): keep items_new equal by triggers
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION,NO_AUTO_VALUE_ON_ZERO';
CREATE TRIGGER `_sc_items_i` AFTER INSERT ON `items` FOR EACH ROW
INSERT INTO `items_new` (`id`, `size`, `kind`, `count`, `price`, `cents`) VALUES (NEW.`id`, CASE WHEN NEW.`size` = 's' THEN 'small' WHEN NEW.`size` = 'm' THEN 'medium' WHEN NEW.`size` = 'l' THEN 'medium' ELSE NEW.`size` END, CASE WHEN NEW.`kind` = 'custom' THEN 'fixed' ELSE NEW.`kind` END, NEW.`count`, NEW.`price`, NEW.`price` * 100 + 1);
DELIMITER $$
CREATE TRIGGER `_sc_items_u` AFTER UPDATE ON `items` FOR EACH ROW
BEGIN
  IF NOT (NEW.`id` <=> OLD.`id`) THEN
    UPDATE `items_new` SET `id` = NEW.`id` WHERE `id` = OLD.`id`;
  END IF;
  INSERT INTO `items_new` (`id`, `size`, `kind`, `count`, `price`, `cents`) VALUES (NEW.`id`, CASE WHEN NEW.`size` = 's' THEN 'small' WHEN NEW.`size` = 'm' THEN 'medium' WHEN NEW.`size` = 'l' THEN 'medium' ELSE NEW.`size` END, CASE WHEN NEW.`kind` = 'custom' THEN 'fixed' ELSE NEW.`kind` END, NEW.`count`, NEW.`price`, NEW.`price` * 100 + 1)
    ON DUPLICATE KEY UPDATE `id` = NEW.`id`, `size` = CASE WHEN NEW.`size` = 's' THEN 'small' WHEN NEW.`size` = 'm' THEN 'medium' WHEN NEW.`size` = 'l' THEN 'medium' ELSE NEW.`size` END, `kind` = CASE WHEN NEW.`kind` = 'custom' THEN 'fixed' ELSE NEW.`kind` END, `count` = NEW.`count`, `price` = NEW.`price`, `cents` = NEW.`price` * 100 + 1;
END$$
DELIMITER ;
CREATE TRIGGER `_sc_items_d` AFTER DELETE ON `items` FOR EACH ROW
DELETE FROM `items_new` WHERE `id` = OLD.`id`;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';

-- step 3 (backfill): copy items to items_new
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION,NO_AUTO_VALUE_ON_ZERO';
DROP PROCEDURE IF EXISTS `_sc_items_new`;
DELIMITER $$
CREATE PROCEDURE `_sc_items_new`()
MODIFIES SQL DATA
BEGIN
  DECLARE finished bool DEFAULT FALSE;
  DECLARE last_1 int;
  DECLARE upto_1 int;
  DECLARE CONTINUE HANDLER FOR NOT FOUND SET finished = TRUE;
  SELECT `id` INTO upto_1 FROM `items` ORDER BY `id` LIMIT 1 OFFSET 4999;
  WHILE NOT finished DO
    COMMIT;
    SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
    INSERT INTO `items_new` (`id`, `size`, `kind`, `count`, `price`, `cents`) SELECT `id`, CASE WHEN `size` = 's' THEN 'small' WHEN `size` = 'm' THEN 'medium' WHEN `size` = 'l' THEN 'medium' ELSE `size` END, CASE WHEN `kind` = 'custom' THEN 'fixed' ELSE `kind` END, `count`, `price`, `price` * 100 + 1 FROM `items`
      WHERE (last_1 IS NULL OR `id` > last_1) AND (`id` < upto_1 OR `id` = upto_1) LOCK IN SHARE MODE
      ON DUPLICATE KEY UPDATE `id` = `items_new`.`id`;
    COMMIT;
    SET last_1 = upto_1;
    SELECT `id` INTO upto_1 FROM `items` WHERE (`id` > last_1) ORDER BY `id` LIMIT 1 OFFSET 4999;
  END WHILE;
  COMMIT;
  SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
  INSERT INTO `items_new` (`id`, `size`, `kind`, `count`, `price`, `cents`) SELECT `id`, CASE WHEN `size` = 's' THEN 'small' WHEN `size` = 'm' THEN 'medium' WHEN `size` = 'l' THEN 'medium' ELSE `size` END, CASE WHEN `kind` = 'custom' THEN 'fixed' ELSE `kind` END, `count`, `price`, `price` * 100 + 1 FROM `items`
    WHERE (last_1 IS NULL OR `id` > last_1) LOCK IN SHARE MODE
    ON DUPLICATE KEY UPDATE `id` = `items_new`.`id`;
  COMMIT;
END$$
DELIMITER ;
CALL `_sc_items_new`();
DROP PROCEDURE `_sc_items_new`;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';

-- step 4 (expand): swap items and items_new
SELECT (SELECT COUNT(*) FROM `items` WHERE `size` IS NOT NULL AND CASE WHEN `size` = 's' THEN 'small' WHEN `size` = 'm' THEN 'medium' WHEN `size` = 'l' THEN 'medium' ELSE `size` END IS NULL) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: size does not fit in some rows (', @schemac_rows, ')'));
SELECT (SELECT COUNT(*) FROM `items` WHERE CASE WHEN `kind` = 'custom' THEN 'fixed' ELSE `kind` END IS NULL) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: kind does not fit in some rows (', @schemac_rows, ')'));
SELECT (SELECT COUNT(*) FROM `items` WHERE `price` * 100 + 1 IS NULL) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: cents does not fit in some rows (', @schemac_rows, ')'));
SELECT (SELECT COUNT(*) FROM `items` AS child WHERE child.`id` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `items_new` AS parent WHERE parent.`id` = child.`id`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: the copy lacks rows of items (', @schemac_rows, ')'));
SELECT (SELECT COUNT(*) FROM `items_new` AS child WHERE child.`id` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `items` AS parent WHERE parent.`id` = child.`id`)) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: the table lacks rows of items_new (', @schemac_rows, ')'));
RENAME TABLE `items` TO `items_old`, `items_new` TO `items`;
DROP TRIGGER `_sc_items_i`;
DROP TRIGGER `_sc_items_u`;
DROP TRIGGER `_sc_items_d`;

-- step 5 (contract): drop items_old
DROP TABLE `items_old`;
