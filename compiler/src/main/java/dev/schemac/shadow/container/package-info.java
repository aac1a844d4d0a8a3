/** The only user of Testcontainers; loaded where a Docker engine answers. */
package dev.schemac.shadow.container;
