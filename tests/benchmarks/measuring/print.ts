import type { Result } from './benchmark.js';

const rate = (n: number): string => `${Math.round(n).toLocaleString('en')} events/s`;

/** A result for a person. */
export const printed = (result: Result): string => {
  const { name, events, seed, node, ours, bound, ratio, peers, rssMiB, costVs10k } = result;
  const rows = [
    ['ours', rate(ours), `${ratio.toFixed(2)} of the bound`],
    ['bound', rate(bound), ''],
    ...Object.entries(peers).map(([peer, times]) => [
      peer,
      rate(ours / times),
      `ours is ${times.toFixed(2)} times as fast`,
    ]),
    ['memory', `${rssMiB} MiB`, 'peak of a process that runs ours alone'],
    ...(costVs10k === undefined
      ? []
      : [['an event', `× ${costVs10k.toFixed(2)}`, 'of what it costs in a history of 10,000']]),
  ];
  const lines = rows.map(([what = '', value = '', about = '']) =>
    `  ${what.padEnd(18)}${value.padStart(20)}  ${about}`.trimEnd(),
  );
  return [`${name}: ${events.toLocaleString('en')} events, seed ${seed}, node ${node}`, ...lines].join('\n');
};
