-- mysql:8.4, online, up: 3 steps
-- run with: mysql < FILE
SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET SESSION foreign_key_checks = 1, unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 3, innodb_lock_wait_timeout = 5;

-- step 1 (expand): widen column status of jobs
ALTER TABLE `jobs` MODIFY COLUMN `status` enum('pending','processing','complete','queued') NOT NULL DEFAULT 'pending', ALGORITHM=INSTANT;

-- step 2 (backfill): rewrite values of status
DROP PROCEDURE IF EXISTS `_sc_jobs_status`;
DELIMITER $$
CREATE PROCEDURE `_sc_jobs_status`()
MODIFIES SQL DATA
BEGIN
  DECLARE finished bool DEFAULT FALSE;
  DECLARE last_1 int;
  DECLARE upto_1 int;
  DECLARE CONTINUE HANDLER FOR NOT FOUND SET finished = TRUE;
  SELECT `id` INTO upto_1 FROM `jobs` ORDER BY `id` LIMIT 1 OFFSET 4999;
  WHILE NOT finished DO
    UPDATE `jobs` SET `status` = CASE `status` WHEN 'pending' THEN 'queued' ELSE `status` END
      WHERE (last_1 IS NULL OR `id` > last_1) AND (`id` < upto_1 OR `id` = upto_1) AND (`status` IN ('pending'));
    COMMIT;
    SET last_1 = upto_1;
    SELECT `id` INTO upto_1 FROM `jobs` WHERE (`id` > last_1) ORDER BY `id` LIMIT 1 OFFSET 4999;
  END WHILE;
  UPDATE `jobs` SET `status` = CASE `status` WHEN 'pending' THEN 'queued' ELSE `status` END
    WHERE (last_1 IS NULL OR `id` > last_1) AND (`status` IN ('pending'));
  COMMIT;
END$$
DELIMITER ;
CALL `_sc_jobs_status`();
DROP PROCEDURE `_sc_jobs_status`;

-- step 3 (expand): change column status of jobs
SET time_zone = IF(NOT EXISTS (SELECT 1 FROM `jobs` WHERE `status` NOT IN ('pending', 'queued', 'processing', 'complete')), @@session.time_zone,
  CONCAT('schemac guard: status holds other values (', (SELECT COUNT(*) FROM `jobs` WHERE `status` NOT IN ('pending', 'queued', 'processing', 'complete')), ')'));
SET time_zone = IF(NOT EXISTS (SELECT 1 FROM `jobs` WHERE `status` NOT IN ('pending', 'queued', 'processing', 'complete')), @@session.time_zone,
  CONCAT('schemac guard: status does not fit in some rows (', (SELECT COUNT(*) FROM `jobs` WHERE `status` NOT IN ('pending', 'queued', 'processing', 'complete')), ')'));
ALTER TABLE `jobs` MODIFY COLUMN `status` enum('pending','queued','processing','complete') NOT NULL DEFAULT 'queued', ALGORITHM=COPY, LOCK=SHARED;
