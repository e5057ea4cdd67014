// npm run schemas: writes the JSON Schemas of the events, derived from their codecs, where the package
// publishes them. A test holds the files to the codecs.
import { mkdirSync, writeFileSync } from 'node:fs';
import { root, setUp } from './set-up.mjs';

setUp();
const { eventSchemas } = await import('@burgernet/domain');
const folder = `${root}packages/domain/schemas/`;
mkdirSync(folder, { recursive: true });
for (const { name, schema } of eventSchemas())
  writeFileSync(`${folder}${name}.json`, `${JSON.stringify(schema, null, 2)}\n`);
