import type { Result } from './benchmark.js';

const measure = (n: number, unit: Result['unit']): string =>
  unit === undefined
    ? `${Math.round(n).toLocaleString('en')} events/s`
    : `${n.toLocaleString('en', { maximumFractionDigits: 3 })} ${unit}`;

/** What the ratio says: of rates and costs ours by the bound; of a question the bound by ours. */
const compared = ({ name, ratio }: Result): string =>
  name.startsWith('as-of')
    ? `p99; the bound takes ${Math.round(ratio).toLocaleString('en')} times as long`
    : `${ratio.toFixed(2)} of the bound`;

/** A result for a person. */
export const printed = (result: Result): string => {
  const { name, events, seed, node, ours, bound, peers, rssMiB, costVs10k, unit, bytesAPosting } = result;
  const rows = [
    ['ours', measure(ours, unit), compared(result)],
    ['bound', measure(bound, unit), ''],
    ...Object.entries(peers).map(([peer, times]) => [
      peer,
      measure(ours / times, unit),
      `ours is ${times.toFixed(2)} times as fast`,
    ]),
    ['memory', `${rssMiB} MiB`, 'peak of a process that runs ours alone'],
    ...(costVs10k === undefined
      ? []
      : [['an event', `× ${costVs10k.toFixed(2)}`, 'of what it costs in a history of 10,000']]),
    ...(bytesAPosting === undefined
      ? []
      : [['a posting', `${bytesAPosting.toFixed(1)} bytes`, 'of the ledger, sums included']]),
  ];
  const lines = rows.map(([what = '', value = '', about = '']) =>
    `  ${what.padEnd(18)}${value.padStart(20)}  ${about}`.trimEnd(),
  );
  return [`${name}: ${events.toLocaleString('en')} events, seed ${seed}, node ${node}`, ...lines].join('\n');
};
