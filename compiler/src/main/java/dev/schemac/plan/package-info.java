/**
 * Steps, phases, effects, guards, undo, and their order. Knows no dialect: a {@link
 * dev.schemac.plan.PatternCatalogue} is handed in.
 */
package dev.schemac.plan;
