-- schemac: step 1 expand create table storefront_items
CREATE TABLE `storefront_items` (
  `id` char(36) CHARACTER SET ascii NOT NULL DEFAULT (uuid()),
  `name` varchar(120) NOT NULL,
  `description` longtext NULL,
  `packageType` enum('fixed','monthly','custom') NOT NULL DEFAULT 'fixed',
  `sessions` int NULL,
  `totalCost` decimal(12,2) NOT NULL DEFAULT 0,
  `isActive` tinyint(1) NOT NULL DEFAULT TRUE,
  `displayOrder` int NOT NULL DEFAULT 0,
  `createdAt` timestamp(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
  `updatedAt` timestamp(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6),
  PRIMARY KEY (`id`),
  CONSTRAINT `storefront_items_sessions_check` CHECK (`sessions` > 0),
  INDEX `storefront_items_active_type` (`isActive`, `packageType`)
) COMMENT = 'What a customer can buy.';
