/**
 * Throwaway database servers: started in a temporary folder on a free loopback port, gone with the
 * process that started them. Starts programs and touches that folder; talks to no database.
 */
package dev.schemac.shadow;
