import { cloudEventLine, eventLine } from '@burgernet/adapters';
import { commandLines } from './command-lines.mjs';
import { drawnHistory } from './drawn-history.mjs';

/** How many characters an import appends at a time, about: a file above it is taken in several steps. */
const oneAppend = 1 << 20;

/** Data of some length: space is part of a stored text. */
const widened = (event, length) => ({ ...event, data: event.data.replace('{', `{${' '.repeat(length)}`) });

const withoutPlace = (event) => {
  const { revision, position, ...line } = JSON.parse(eventLine({ ...event, data: '{}', metadata: '{}' }));
  const { data, metadata, ...envelope } = line;
  return `${JSON.stringify(envelope).slice(0, -1)},"data":${event.data},"metadata":${event.metadata}}`;
};

/** Events of one stream as lines to be restored, in each of the forms that there are. */
const restoredLines = (events, { random, wide }) => {
  const plain = random.chance(0.2) ? withoutPlace : eventLine;
  return events
    .map((event) => (random.chance(0.05) ? widened(event, random.below(wide)) : event))
    .map((event) => (plain === eventLine && random.chance(0.2) ? cloudEventLine()(event) : plain(event)));
};

/** A stream of which the first events are restored and the others asked for by commands. */
const linesOf = (events, share, given) => {
  const commandIdOf = (event) => event && JSON.parse(event.metadata).commandId;
  let cut = Math.round(events.length * share);
  while (cut > 0 && commandIdOf(events[cut - 1]) === commandIdOf(events[cut])) cut--;
  return [...restoredLines(events.slice(0, cut), given), ...commandLines(events.slice(cut), given)];
};

/** Publications with many rows, so that few commands fill several appends. */
const publications = (count, random) =>
  Array.from({ length: count }, (_, number) => [
    JSON.stringify({
      command: 'PublishFigures',
      publication: `f1000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
      as: `coordinator:Publisher ${number}`,
      recordedAt: '2022-02-01T09:00:00+01:00',
      data: {
        region: 'midden-nederland',
        title: `Publication ${number}`,
        source: 'made for a test',
        table: 'many-rows',
        period: '2021',
        rows: Array.from({ length: random.below(6_000) }, (_, row) => ({
          figure: `made.${row}`,
          key: {},
          part: 'value',
          kind: 'exact',
          value: String(random.below(1_000)),
        })),
      },
    }),
  ]);

/** Actions whose success is marked long after: that records their end first, two events of one line. */
const lateSuccesses = (count, random) =>
  Array.from({ length: count }, (_, number) => {
    const action = `a1000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
    const dispatcher = { action, as: `dispatcher:Dispatcher ${random.below(20)}` };
    const day = `2021-0${1 + random.below(9)}-1`;
    const start = {
      region: 'midden-nederland',
      status: 'actual',
      touched: [],
      channels: ['app', 'sms'],
      startedAt: `${day}0T12:00:00.000Z`,
      runsUntil: `${day}0T13:00:00.000Z`,
      supportsNlAlert: false,
    };
    const success = { successId: action, line: '112', attribution: 'direct' };
    return [
      { command: 'StartAction', ...dispatcher, recordedAt: start.startedAt, data: start },
      { command: 'MarkSuccess', ...dispatcher, recordedAt: `${day}1T09:00:00.000Z`, data: success },
    ].map((line) => JSON.stringify(line));
  });

/** Lines of many streams in one order: mixed, but each stream's in its own, and now and then one twice. */
const mixed = (streams, random) => {
  const order = streams.flatMap((lines, stream) => lines.map(() => stream));
  for (let at = order.length - 1; at > 0; at--) {
    const other = random.below(at + 1);
    [order[at], order[other]] = [order[other], order[at]];
  }
  const next = streams.map(() => 0);
  return order.flatMap((stream) => {
    const line = streams[stream][next[stream]++];
    return random.chance(0.03) ? [line, line] : [line];
  });
};

/** Adds a line that is cut off, and to one stream, at its end, one that contradicts it, which refuses it whole. */
const damaged = (streams, random) => {
  const victim = random.below(streams.length);
  const contradicts = (line) => line.replace(/"(recordedAt|time)":"\d{4}/, '"$1":"1999');
  return [
    ...streams.map((lines, at) => (at === victim ? [...lines, contradicts(lines.at(-1))] : lines)),
    [streams[victim][0].slice(0, -1)],
  ];
};

/**
 * A file to import: a valid history of which some is restored, some asked for by commands. Most are a few
 * hundred lines, so that an import is mostly its writing; some are thousands.
 *
 * @param {import('./random.mjs').Random} random
 * @returns {string}
 */
export const importFile = (random) => {
  const isLarge = random.chance(0.2);
  const size = isLarge ? 2_000 + random.below(2_000) : 100 + random.below(500);
  const given = { random, names: 1 + random.below(60), wide: isLarge ? 20_000 : oneAppend / 2 };
  const kind = random.below(3);
  const share = () => [1, 0, random.chance(0.5) ? 0.5 : random.below(2)][kind];
  const streams = drawnHistory(size, random).map((events) => linesOf(events, share(), given));
  if (kind > 0)
    streams.push(...publications(random.below(12), random), ...lateSuccesses(random.below(size / 4), random));
  const lines = mixed(random.chance(0.2) ? damaged(streams, random) : streams, random);
  return lines.map((line) => line + random.pick(['\n', '\n', '\r\n', '\n\n'])).join('');
};
