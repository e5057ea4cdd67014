import type { Result } from './benchmark.js';

const grouped = (n: number): string => n.toLocaleString('en');

const measure = (n: number, unit: Result['unit']): string =>
  unit === undefined
    ? `${grouped(Math.round(n))} events/s`
    : `${n.toLocaleString('en', { maximumFractionDigits: 3 })} ${unit}`;

/** What was measured, and beside what. */
type Measured = (result: Result) => readonly [ours: string, bound: string];

const measured: Readonly<Record<string, Measured>> = {
  replay: () => ['replayed', 'read and parsed'],
  live: ({ events, boundEvents = events }) => [
    `one event after ${grouped(events)}`,
    `one event after ${grouped(boundEvents)}`,
  ],
  'as-of': () => ['a question, p99', 'a replay'],
  append: () => ['commands', 'bare inserts'],
  'catch-up': () => ['read models', 'bare readAll'],
  open: () => ['a figure', 'node -e 0'],
  deliver: () => ['delivered, p99', 'what is at once'],
  audit: ({ name }) => [
    name === 'audit write' ? 'an event written' : 'an event verified',
    'parsed and hashed',
  ],
};

/** What the ratio says: of rates and costs ours by the bound; of a question the bound by ours. */
const compared = ({ name, ratio }: Result, bound: string): string =>
  name.startsWith('as-of')
    ? `${bound} takes ${grouped(Math.round(ratio))} times as long`
    : `${ratio.toFixed(2)} of the bound`;

/** A result for a person. */
export const printed = (result: Result): string => {
  const { name, events, seed, node, ours, bound, peers, rssMiB, costVs10k, unit, bytesAPosting } = result;
  const [kind = name] = name.split(' ');
  const [what, beside] = measured[kind]?.(result) ?? ['ours', 'bound'];
  const rows: ReadonlyArray<readonly [string, string, string]> = [
    [what, measure(ours, unit), compared(result, beside)],
    [beside, measure(bound, unit), 'the bound'],
    ...Object.entries(peers).map(
      ([peer, times]) =>
        [peer, measure(ours / times, unit), `ours is ${times.toFixed(2)} times as fast`] as const,
    ),
    ['memory', `${rssMiB} MiB`, 'peak of a process that runs ours alone'],
    ...(costVs10k === undefined
      ? []
      : [['an event', `× ${costVs10k.toFixed(2)}`, 'of what it costs in a history of 10,000'] as const]),
    ...(bytesAPosting === undefined
      ? []
      : [['a posting', `${bytesAPosting.toFixed(1)} bytes`, 'of the ledger, sums included'] as const]),
  ];
  const widest = Math.max(16, ...rows.map(([label]) => label.length));
  const lines = rows.map(
    ([label, value, about]) => `  ${label.padEnd(widest)}${value.padStart(20)}  ${about}`,
  );
  return [`${name}: ${grouped(events)} events, seed ${seed}, node ${node}`, ...lines].join('\n');
};
