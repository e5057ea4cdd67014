import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../../shared/vectors', import.meta.url));

/** Whether the test vectors of others stand beside the repository; a test that needs them says when they don't. */
export const vectorsPresent = existsSync(folder);
if (!vectorsPresent)
  console.log('Not run: the test vectors of others are not beside the repository; our own are run.');

/** A file among them. */
export const vector = (name: string): string => join(folder, name);
