// Counts the actions and successes of a year from nothing but an export as CloudEvents. It uses no code of
// Burgernet: what it knows of the rules is what the documentation says, written down once more. Moments are
// texts of one form, which sort as the moments do.
//
//   burgernet export --format cloudevents > history.ndjson
//   node auditor-replay.mjs 2021 history.ndjson
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

/** What an event does to an action. `recordedAt` is the latest moment at which the stream was added to. */
const rules = {
  'action-started': (_, data) => ({ ...data, markings: new Map(), isWithdrawn: false }),
  'action-changed': (action) => action,
  'run-time-extended': (action, { runsUntil }) => ({ ...action, runsUntil }),
  'action-ended': (action, { endedAt }) => ({ ...action, endedAt }),
  'action-withdrawn': (action) => ({ ...action, isWithdrawn: true }),
  'success-marked': (action, { successId, line, attribution }, recordedAt) => {
    // Whether a tick was in time is settled for ever by what stood in the stream just before it.
    const { startedAt, runsUntil, endedAt = runsUntil } = action;
    const [end] = [endedAt, runsUntil].sort();
    const isTimely = startedAt <= recordedAt && recordedAt < end;
    action.markings.set(successId, { ticked: line, line, attribution, isTimely });
    return action;
  },
  'success-corrected': (action, { successId, line, attribution }) => {
    const marking = action.markings.get(successId);
    marking.line = line ?? marking.line;
    marking.attribution = attribution ?? marking.attribution;
    return action;
  },
  'success-withdrawn': (action, { successId }) => {
    action.markings.delete(successId);
    return action;
  },
};
/** What else happens in an action changes none of the figures that are counted here. */
const beside = new Set([
  'closing-message-sent',
  'reach-measured',
  'shares-counted',
  'response-received',
  'response-withdrawn',
  'response-assessed',
  'success-ruled-out',
  'verdict-withdrawn',
  'participants-thanked',
  'thanks-withdrawn',
]);

const isPortal = ({ isTimely, ticked, line }) => isTimely && ticked === '0800-0011' && line === '0800-0011';
const isFull = (marking) => isPortal(marking) || marking.attribution === 'direct';

const stop = (sentence) => {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
};

const [year, file] = process.argv.slice(2);
if (!/^[0-9]{4}$/.test(year ?? '')) stop('Usage: node auditor-replay.mjs YEAR [FILE]');

const streams = new Map();
let number = 0;
for await (const text of createInterface({
  input: file === undefined ? process.stdin : createReadStream(file),
})) {
  number += 1;
  const { type, subject, time, revision, data } = JSON.parse(text);
  const stream = streams.get(subject) ?? { events: 0, recordedAt: time, action: undefined };
  if (revision !== stream.events) stop(`Line ${number}: an event of ${subject} before this one is missing.`);
  stream.events += 1;
  if (time > stream.recordedAt) stream.recordedAt = time;
  streams.set(subject, stream);
  const [, aggregate, event, version] = /^nl\.burgernet\.([a-z]+)\.([a-z-]+)\.v([0-9]+)$/.exec(type) ?? [];
  if (aggregate !== undefined && aggregate !== 'action') continue;
  if (version === '1' && beside.has(event)) continue;
  const rule = version === '1' ? rules[event] : undefined;
  if (rule === undefined) stop(`Line ${number}: this replay knows no event of type ${type}.`);
  stream.action = rule(stream.action, data, stream.recordedAt);
}

// A year is one in the Netherlands, which on New Year's Eve is an hour ahead of UTC.
const [start, end] = [Number(year) - 1, year].map((before) => `${before}-12-31T23:00:00.000Z`);
const actions = [...streams.values()]
  .flatMap(({ action }) => action ?? [])
  .filter(({ startedAt }) => start <= startedAt && startedAt < end)
  .filter(({ status, isWithdrawn }) => status === 'actual' && !isWithdrawn);

/** A share of the actions with its percentage, rounded half up to one decimal on the exact ratio. */
const share = (count) => {
  const of = actions.length;
  if (of === 0) return `${count} of 0`;
  const tenths = Math.floor((2_000 * count + of) / (2 * of));
  return `${count} of ${of} = ${Math.floor(tenths / 10)}.${tenths % 10} %`;
};
const having = (is) => actions.filter(({ markings }) => [...markings.values()].some(is)).length;
console.log(`actions: ${actions.length}`);
console.log(`success.portal: ${share(having(isPortal))}`);
console.log(`success.full: ${share(having(isFull))}`);
