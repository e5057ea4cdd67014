import type { Remark } from '../remark.js';
import { scan } from './log-scan.js';
import { serverRecords } from './read-request.js';
import type { Entry } from './received.js';
import { lastPlace } from './record-at.js';
import type { Session } from './session.js';

/** The server keeps the settings of a stream as events of a stream of that name behind this. */
const ofSettings = '$$';
/** `$tb` of a stream that was deleted: the highest revision there can be, as a number. */
const allOfIt = 2 ** 63;

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** What the settings of a stream leave out of it; `undefined` where that is nothing. */
const remarkOf = (stream: string, data: string): Remark | undefined => {
  const settings = parse(data);
  if (typeof settings !== 'object' || settings === null) return { tag: 'StreamSettingsMalformed', stream };
  const members: Readonly<Record<string, unknown>> = { ...settings };
  const number = (name: string): number | undefined => {
    const value = members[name];
    return typeof value === 'number' ? value : undefined;
  };
  const [maxCount, maxAge, before] = [number('$maxCount'), number('$maxAge'), number('$tb')];
  if (before !== undefined && before >= allOfIt) return { tag: 'StreamDeleted', stream };
  if (maxCount === undefined && maxAge === undefined && before === undefined) return undefined;
  return {
    tag: 'StreamTruncated',
    stream,
    ...(maxCount === undefined ? {} : { maxCount }),
    ...(maxAge === undefined ? {} : { maxAge }),
    ...(before === undefined ? {} : { before }),
  };
};

/**
 * What the server says of the streams of our prefix: the latest settings of each where they leave
 * something out, tombstones, and other records of the server's own in them.
 *
 * One reading of the whole log finds them, of which the server sends the records of its own alone.
 *
 * @throws GaveUp
 */
export const remarksOf = async (session: Session): Promise<ReadonlyArray<Remark>> => {
  const ours = `${session.prefix}.`;
  const settings = new Map<string, Remark | undefined>();
  const records: Remark[] = [];
  const take = (entry: Entry): void => {
    if (entry.tag !== 'System') return;
    const { stream, type, data } = entry;
    if (stream.startsWith(ofSettings + ours)) {
      const of = stream.slice(ofSettings.length);
      settings.set(of, remarkOf(of, data));
    } else if (stream.startsWith(ours))
      records.push(
        type === '$streamDeleted'
          ? { tag: 'StreamTombstoned', stream }
          : { tag: 'ServerRecord', stream, type },
      );
  };
  await scan(
    session,
    undefined,
    await lastPlace(session),
    () => 0,
    async (entries) => {
      for (const entry of entries) take(entry);
      return true;
    },
    session.closed,
    serverRecords(),
  );
  return [...[...settings.values()].filter((remark) => remark !== undefined), ...records];
};
