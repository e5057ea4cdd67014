import { takeCoverage } from 'node:v8';
import { afterAll } from 'vitest';

// Processes of Vitest are stopped, not ended: what they passed through is written after each file of tests.
afterAll(() => takeCoverage());
