import type { Result } from './benchmark.js';

const measure = (n: number, unit: Result['unit']): string =>
  unit === 'ms'
    ? `${n.toLocaleString('en', { maximumFractionDigits: 3 })} ms`
    : `${Math.round(n).toLocaleString('en')} events/s`;

/** A result for a person. */
export const printed = (result: Result): string => {
  const { name, events, seed, node, ours, bound, ratio, peers, rssMiB, costVs10k, unit, bytesAPosting } =
    result;
  const rows = [
    unit === 'ms'
      ? [
          'ours',
          measure(ours, unit),
          `p99; the bound takes ${Math.round(ratio).toLocaleString('en')} times as long`,
        ]
      : ['ours', measure(ours, unit), `${ratio.toFixed(2)} of the bound`],
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
