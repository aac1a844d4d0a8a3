-- mysql:8.4, online, up: 9 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 3, innodb_lock_wait_timeout = 5;

-- step 1 (expand): add column status_new to jobs
ALTER TABLE `jobs` ADD COLUMN `status_new` enum('pending','queued','processing','complete') NULL AFTER `status`, ALGORITHM=INSTANT;

-- step 2 (expand): keep status_new equal by triggers
CREATE TRIGGER `_sc_jobs_status_n_i` BEFORE INSERT ON `jobs` FOR EACH ROW
SET NEW.`status_new` = CASE WHEN NEW.`status` = 'pending' THEN 'queued' WHEN NEW.`status` NOT IN ('pending', 'queued', 'processing', 'complete') THEN NULL ELSE NEW.`status` END;
CREATE TRIGGER `_sc_jobs_status_n_u` BEFORE UPDATE ON `jobs` FOR EACH ROW
SET NEW.`status_new` = CASE WHEN NEW.`status` = 'pending' THEN 'queued' WHEN NEW.`status` NOT IN ('pending', 'queued', 'processing', 'complete') THEN NULL ELSE NEW.`status` END;

-- step 3 (backfill): copy status to status_new
DROP PROCEDURE IF EXISTS `_sc_jobs_status_new`;
DELIMITER $$
CREATE PROCEDURE `_sc_jobs_status_new`()
MODIFIES SQL DATA
BEGIN
  DECLARE finished bool DEFAULT FALSE;
  DECLARE last_1 int;
  DECLARE upto_1 int;
  DECLARE CONTINUE HANDLER FOR NOT FOUND SET finished = TRUE;
  SELECT `id` INTO upto_1 FROM `jobs` ORDER BY `id` LIMIT 1 OFFSET 4999;
  WHILE NOT finished DO
    UPDATE `jobs` SET `status_new` = CASE WHEN `status` = 'pending' THEN 'queued' WHEN `status` NOT IN ('pending', 'queued', 'processing', 'complete') THEN NULL ELSE `status` END
      WHERE (last_1 IS NULL OR `id` > last_1) AND (`id` < upto_1 OR `id` = upto_1) AND (NOT (`status_new` <=> CASE WHEN `status` = 'pending' THEN 'queued' WHEN `status` NOT IN ('pending', 'queued', 'processing', 'complete') THEN NULL ELSE `status` END));
    COMMIT;
    SET last_1 = upto_1;
    SELECT `id` INTO upto_1 FROM `jobs` WHERE (`id` > last_1) ORDER BY `id` LIMIT 1 OFFSET 4999;
  END WHILE;
  UPDATE `jobs` SET `status_new` = CASE WHEN `status` = 'pending' THEN 'queued' WHEN `status` NOT IN ('pending', 'queued', 'processing', 'complete') THEN NULL ELSE `status` END
    WHERE (last_1 IS NULL OR `id` > last_1) AND (NOT (`status_new` <=> CASE WHEN `status` = 'pending' THEN 'queued' WHEN `status` NOT IN ('pending', 'queued', 'processing', 'complete') THEN NULL ELSE `status` END));
  COMMIT;
END$$
DELIMITER ;
CALL `_sc_jobs_status_new`();
DROP PROCEDURE `_sc_jobs_status_new`;

-- step 4 (expand): create index jobs_status_idx_new
ALTER TABLE `jobs` ADD INDEX `jobs_status_idx_new` (`status_new`), ALGORITHM=INPLACE, LOCK=NONE;

-- step 5 (expand): complete column status_new
SELECT (SELECT COUNT(*) FROM `jobs` WHERE `status_new` IS NULL) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: status does not fit in some rows (', @schemac_rows, ')'));
ALTER TABLE `jobs` MODIFY COLUMN `status_new` enum('pending','queued','processing','complete') NOT NULL DEFAULT 'queued', ALGORITHM=INPLACE, LOCK=NONE;

-- step 6 (expand): swap status and status_new
SELECT (SELECT COUNT(*) FROM `jobs` WHERE `status_new` IS NULL) INTO @schemac_rows;
SET time_zone = IF(@schemac_rows = 0, @@session.time_zone,
  CONCAT('schemac guard: status does not fit in some rows (', @schemac_rows, ')'));
LOCK TABLES `jobs` WRITE;
DROP TRIGGER `_sc_jobs_status_n_i`;
DROP TRIGGER `_sc_jobs_status_n_u`;
ALTER TABLE `jobs`
  RENAME COLUMN `status` TO `status_old`,
  RENAME COLUMN `status_new` TO `status`,
  ALGORITHM=INSTANT;
ALTER TABLE `jobs`
  RENAME INDEX `jobs_status_idx` TO `jobs_status_idx_old`,
  RENAME INDEX `jobs_status_idx_new` TO `jobs_status_idx`,
  ALGORITHM=INPLACE, LOCK=NONE;
CREATE TRIGGER `_sc_jobs_status_o_i` BEFORE INSERT ON `jobs` FOR EACH ROW
SET NEW.`status_old` = coalesce(CASE WHEN NEW.`status` = 'queued' THEN 'pending' WHEN NEW.`status` NOT IN ('pending', 'processing', 'complete') THEN NULL ELSE NEW.`status` END, 'pending');
CREATE TRIGGER `_sc_jobs_status_o_u` BEFORE UPDATE ON `jobs` FOR EACH ROW
SET NEW.`status_old` = coalesce(CASE WHEN NEW.`status` = 'queued' THEN 'pending' WHEN NEW.`status` NOT IN ('pending', 'processing', 'complete') THEN NULL ELSE NEW.`status` END, 'pending');
UNLOCK TABLES;

-- step 7 (contract): drop index jobs_status_idx_old
ALTER TABLE `jobs` DROP INDEX `jobs_status_idx_old`, ALGORITHM=INPLACE, LOCK=NONE;

-- step 8 (contract): stop keeping status_old
DROP TRIGGER `_sc_jobs_status_o_i`;
DROP TRIGGER `_sc_jobs_status_o_u`;

-- step 9 (contract): drop column status_old
ALTER TABLE `jobs` DROP COLUMN `status_old`, ALGORITHM=INSTANT;
