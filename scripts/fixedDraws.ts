/**
 * Loaded before every test file (vite.config.ts): the random designs and values of property tests are the same ones in every run, so
 * that a change is red or green for what it does, not for its luck. FAULTLINE_DRAWS=<whole number> draws others, to hunt with:
 * `for i in $(seq 20); do FAULTLINE_DRAWS=$i npx vitest run src/runner || break; done`.
 */

import fc from 'fast-check';

const draws = Number(process.env.FAULTLINE_DRAWS ?? 1);
if (!Number.isInteger(draws)) throw new Error(`FAULTLINE_DRAWS is a whole number, not "${process.env.FAULTLINE_DRAWS}"`);
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: draws });
