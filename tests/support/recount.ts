import type { StoredEvent } from '@burgernet/domain';

/**
 * A recount of the figures of actions and mailings by somebody who does not trust the projections: it
 * reads the raw JSON with nothing of the packages, stream by stream, each figure by the words of its
 * definition, with civil time from `Intl`. Slow and plain on purpose.
 */
export interface Counted {
  readonly figure: string;
  readonly region: string;
  readonly year: number;
  readonly month: number;
  readonly municipality: string | null;
  readonly type: string | null;
  readonly amount: number;
}

// biome-ignore lint/suspicious/noExplicitAny: raw JSON, read by hand
type Raw = any;

const clock = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Amsterdam',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});
const civil = (ms: number): Record<string, number> =>
  Object.fromEntries(clock.formatToParts(ms).map(({ type, value }) => [type, Number(value)]));

/** The first millisecond of the Amsterdam day or hour that holds the moment, found by walking back. */
const startOf = (
  ms: number,
  same: (a: Record<string, number>, b: Record<string, number>) => boolean,
): number => {
  let at = ms - (ms % 60_000);
  const there = civil(at);
  while (same(civil(at - 60_000), there)) at -= 60_000;
  return at;
};
const sameDay = (a: Record<string, number>, b: Record<string, number>): boolean =>
  a['year'] === b['year'] && a['month'] === b['month'] && a['day'] === b['day'];

const dayOf = (ms: number): readonly [number, number] => {
  const start = startOf(ms, sameDay);
  const noonOfTheNext = start + 36 * 3_600_000;
  return [start, startOf(noonOfTheNext, sameDay)];
};

const foundBetween = (found: Raw): readonly [number, number] => {
  const ms = Date.parse(found.moment);
  if (found.precision === 'instant') return [ms, ms + 1];
  if (found.precision === 'day') return dayOf(ms);
  return [ms - (ms % 3_600_000), ms - (ms % 3_600_000) + 3_600_000];
};

const order = ['portal', 'other-line', 'registered-late', 'found-late', 'late-unknown', 'none'];

const classOfMarking = (marking: Raw, start: number): string => {
  if (marking.inTime && marking.line === '0800-0011' && marking.ticked === '0800-0011') return 'portal';
  if (marking.attribution !== 'direct') return 'none';
  if (marking.inTime) return 'other-line';
  if (marking.foundAt == null) return 'late-unknown';
  const [from, to] = foundBetween(marking.foundAt);
  if (Math.max(from, start) >= marking.end) return 'found-late';
  return to <= marking.end ? 'registered-late' : 'late-unknown';
};

const recountAction = (
  events: ReadonlyArray<StoredEvent>,
  add: (figure: string, key: Raw, amount: number) => void,
): void => {
  let facts: Raw;
  let until = 0;
  let ended: number | null = null;
  let withdrawn = false;
  let verdict = false;
  let recorded = 0;
  const responses = new Map<string, Raw>();
  const markings = new Map<string, Raw>();
  const thanked = new Set<string>();
  const measured = new Map<string, number>();
  for (const { type, recordedAt, data: text } of events) {
    const data: Raw = JSON.parse(text);
    recorded = Math.max(recorded, Date.parse(recordedAt));
    if (type === 'ActionStarted') {
      facts = { type: null, municipality: null, ...data };
      until = Date.parse(data.runsUntil);
    } else if (type === 'ActionChanged') {
      if ('type' in data) facts.type = data.type;
      if ('municipality' in data) facts.municipality = data.municipality;
    } else if (type === 'RunTimeExtended') until = Date.parse(data.runsUntil);
    else if (type === 'ActionEnded') ended = Date.parse(data.endedAt);
    else if (type === 'ActionWithdrawn') withdrawn = true;
    else if (type === 'ReachMeasured') measured.set(`reach.${data.channel} ${data.method}`, data.count);
    else if (type === 'SharesCounted') measured.set(`shares ${data.platform} ${data.method}`, data.count);
    else if (type === 'ResponseReceived') responses.set(data.responseId, data);
    else if (type === 'ResponseWithdrawn') responses.delete(data.responseId);
    else if (type === 'SuccessMarked') {
      const end = Math.min(until, ended ?? until);
      const start = Date.parse(facts.startedAt);
      markings.set(data.successId, {
        ...data,
        ticked: data.line,
        end,
        inTime: recorded >= start && recorded < end,
      });
      verdict = false;
    } else if (type === 'SuccessCorrected') {
      const { reason: _, ...what } = data;
      markings.set(data.successId, { ...markings.get(data.successId), ...what });
    } else if (type === 'SuccessWithdrawn') markings.delete(data.successId);
    else if (type === 'SuccessRuledOut') verdict = true;
    else if (type === 'VerdictWithdrawn') verdict = false;
    else if (type === 'ParticipantsThanked') thanked.add(data.municipality);
    else if (type === 'ThanksWithdrawn') thanked.delete(data.municipality);
  }
  if (facts === undefined || withdrawn || facts.status !== 'actual') return;
  const started = Date.parse(facts.startedAt);
  const { year, month } = civil(started);
  const key = { region: facts.region, year, month, municipality: facts.municipality, type: facts.type };
  const say = (figure: string, amount = 1): void => add(figure, key, amount);
  const best =
    order[Math.min(5, ...[...markings.values()].map((one) => order.indexOf(classOfMarking(one, started))))] ??
    '';
  say('actions');
  say(`success.class.${best}`);
  if (best === 'portal') say('success.portal');
  if (best !== 'none') say('success.full');
  if (['registered-late', 'found-late', 'late-unknown'].includes(best)) say('success.late');
  const attributed = (how: string): boolean =>
    [...markings.values()].some(({ attribution }) => attribution === how);
  if (best === 'none' && attributed('indirect')) say('success.indirect');
  if (best === 'none' && attributed('without-burgernet')) say('find.without-burgernet');
  if (ended !== null && markings.size === 0 && !verdict) say('actions.awaiting-verdict');
  if (best !== 'none' && facts.municipality !== null && !thanked.has(facts.municipality)) say('thanks.due');
  const lines = [...responses.values()];
  if (lines.some(({ line, entry }) => line === '0800-0011' || entry === 'app')) say('actions.with-response');
  for (const { line, entry } of lines) {
    if (entry === 'app') say('responses.app');
    if (['0800-0011', '112', '0900-8844'].includes(line)) say(`responses.${line}`);
    if (['mail', 'other', 'unknown'].includes(line)) say('responses.other');
  }
  for (const [what, count] of measured) say(what.split(' ')[0] ?? '', count);
};

const recountMailing = (
  events: ReadonlyArray<StoredEvent>,
  add: (figure: string, key: Raw, amount: number) => void,
): void => {
  let sent: Raw;
  let assessed: Raw = {};
  for (const { type, data } of events) {
    if (type === 'MailingSent') sent = JSON.parse(data);
    if (type === 'MailingAssessed') assessed = JSON.parse(data);
    if (type === 'MailingWithdrawn') return;
  }
  if (sent === undefined) return;
  const { year, month } = civil(Date.parse(sent.sentAt));
  const municipality = sent.municipality ?? (sent.sender.kind === 'municipality' ? sent.sender.code : null);
  const key = { region: sent.region, year, month, municipality, type: null };
  if (sent.kind === 'prevention-message') {
    add('prevention', key, 1);
    return;
  }
  add('inquiries', key, 1);
  if (assessed.relevant === true) add('inquiries.relevant', key, 1);
  if (assessed.toTheCase === true) add('inquiries.to-the-case', key, 1);
};

/** Counts again what the events say of actions and mailings. */
export const recount = (stored: ReadonlyArray<StoredEvent>): ReadonlyArray<Counted> => {
  const streams = new Map<string, StoredEvent[]>();
  for (const event of stored) {
    const there = streams.get(event.stream);
    if (there === undefined) streams.set(event.stream, [event]);
    else there.push(event);
  }
  const counted: Counted[] = [];
  const add = (figure: string, key: Raw, amount: number): void => {
    counted.push({ figure, ...key, amount });
  };
  for (const [stream, events] of streams) {
    if (stream.includes('.action-')) recountAction(events, add);
    if (stream.includes('.mailing-')) recountMailing(events, add);
  }
  return counted;
};
