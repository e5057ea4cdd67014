// Writes the golden file of an event type and version, once, when that version is introduced:
//   node tests/domain/golden/write.mjs ActionStarted 1 action-00000000-0000-4000-8000-000000000001 < data.json
// The data, on standard input, has every optional field. A golden file is what some store may hold, so it is
// never written again: the script refuses to.
import { readFileSync, writeFileSync } from 'node:fs';

const [type, version, stream] = process.argv.slice(2);
if (type === undefined || version === undefined || stream === undefined)
  throw new Error('Give the type, the version and the stream without its prefix.');
const id = (n) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const metadata = {
  actorId: id(1),
  role: 'municipality',
  commandId: id(2),
  correlationId: id(3),
  causationId: id(4),
  municipality: 'GM0344',
  source: { kind: 'table', name: 'a table', reconstructed: true },
};
const stored = {
  position: 1,
  stream: `burgernet.${stream}`,
  revision: 0,
  eventId: id(5),
  type,
  schemaVersion: Number(version),
  recordedAt: '2021-05-14T18:03:00.000Z',
  data: JSON.stringify(JSON.parse(readFileSync(0, 'utf8'))),
  metadata: JSON.stringify(metadata),
};
const file = new URL(`${type}.v${version}.json`, import.meta.url);
writeFileSync(file, `${JSON.stringify(stored, null, 2)}\n`, { flag: 'wx' });
