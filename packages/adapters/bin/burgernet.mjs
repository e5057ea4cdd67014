#!/usr/bin/env node
import { existsSync } from 'node:fs';

const command = new URL('../dist/cli/main.js', import.meta.url);
if (existsSync(command)) await import(command.href);
else {
  process.stderr.write('The burgernet command is not built yet; run npm start (or npm test) first.\n');
  process.exitCode = 3;
}
