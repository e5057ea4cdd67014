import { domainRegistry, type StoredEvent } from '@burgernet/domain';
import { LogCheck } from '@burgernet/projections';
import { describe, expect, it } from 'vitest';
import { findingWords, remarkWords } from '../../../packages/adapters/src/cli/finding-words.js';
import { log, uuid } from '../../support/log.js';
import { response, start } from '../../support/said.js';

const registry = domainRegistry();
const sound = log(start(1), start(2), response(1, 11, '112', 'phone'), response(1, 12, '112', 'app'));
const [one, other] = [1, 2].map((of) => `burgernet.action-${uuid(of)}`);

/** What is said of a log of which something of one event is changed, in English and in Dutch. */
const wordsOf = (index: number, change: Partial<StoredEvent>): ReadonlyArray<readonly [string, string]> => {
  const check = new LogCheck();
  for (const [at, event] of sound.entries())
    check.handle(registry.decode(at === index ? { ...event, ...change } : event));
  return check
    .findings()
    .map(findingWords)
    .map(({ en, nl }) => [en, nl]);
};

describe('what the check says of an event', () => {
  it.each<[string, number, Partial<StoredEvent>, string, string]>([
    [
      'that was recorded before what stands before it',
      3,
      { recordedAt: '2021-05-14T18:09:00.000Z' },
      `Position 4, ${one} revision 2: was recorded at 2021-05-14T18:09:00.000Z, before the 2021-05-14T18:10:00.000Z that its stream had reached.`,
      `Positie 4, ${one} revisie 2: is geregistreerd op 2021-05-14T18:09:00.000Z, voor het 2021-05-14T18:10:00.000Z dat de stroom al had bereikt.`,
    ],
    [
      'behind a gap in its stream',
      3,
      { revision: 5 },
      `Position 4, ${one} revision 5: has revision 5 where 2 should follow: what stood between was removed.`,
      `Positie 4, ${one} revisie 5: heeft revisie 5 waar 2 moet volgen: wat ertussen stond, is verwijderd.`,
    ],
    [
      'that is the first of its stream and was not',
      1,
      { revision: 3 },
      `Position 2, ${other} revision 3: is the first of its stream that is there, at revision 3: the events before it were deleted or truncated.`,
      `Positie 2, ${other} revisie 3: is de eerste van de stroom die er is, op revisie 3: de gebeurtenissen ervoor zijn verwijderd of afgekapt.`,
    ],
    [
      'with a revision that there was already',
      3,
      { revision: 1 },
      `Position 4, ${one} revision 1: has revision 1 where 2 should follow.`,
      `Positie 4, ${one} revisie 1: heeft revisie 1 waar 2 moet volgen.`,
    ],
    [
      'at another position than the next',
      3,
      { position: 9 },
      `Position 9, ${one} revision 2: stands where position 4 should follow.`,
      `Positie 9, ${one} revisie 2: staat waar positie 4 moet volgen.`,
    ],
    [
      'whose id another stream has',
      1,
      { eventId: uuid(1_000_000) },
      `Position 2, ${other} revision 0: has the id ${uuid(1_000_000)}, which stands in ${one} too.`,
      `Positie 2, ${other} revisie 0: heeft het id ${uuid(1_000_000)}, dat ook in ${one} staat.`,
    ],
  ])('%s names it and what is wrong', (_, index, change, en, nl) => {
    expect(wordsOf(index, change)).toEqual([[en, nl]]);
  });
});

describe('what the check says of a stream on a server', () => {
  const stream = 'burgernet.action-x';
  const said = (remark: Parameters<typeof remarkWords>[0]): ReadonlyArray<string> => {
    const { en, nl } = remarkWords(remark);
    expect([en, nl].every((text) => text.startsWith(`${stream}: `))).toBe(true);
    return [en, nl].map((text) => text.slice(stream.length + 2));
  };

  it('of which events are left out names by which settings', () => {
    expect(said({ tag: 'StreamTruncated', stream, maxCount: 5, maxAge: 3_600, before: 2 })).toEqual([
      'the server leaves out events of it ($maxCount 5, $maxAge 3600 s, $tb 2); a command on it is decided without them.',
      'de server laat er gebeurtenissen van weg ($maxCount 5, $maxAge 3600 s, $tb 2); een opdracht erop wordt zonder die beslist.',
    ]);
    expect(said({ tag: 'StreamTruncated', stream, before: 2 })[0]).toContain('($tb 2)');
    expect(said({ tag: 'StreamTruncated', stream, maxCount: 5 })[1]).toContain('($maxCount 5)');
  });

  it('that was deleted, for ever or not, or cannot be judged, says so', () => {
    expect(
      [
        said({ tag: 'StreamDeleted', stream }),
        said({ tag: 'StreamTombstoned', stream }),
        said({ tag: 'StreamSettingsMalformed', stream }),
        said({ tag: 'ServerRecord', stream, type: '$metadata' }),
      ].map(([en]) => en),
    ).toEqual([
      'the stream was deleted on the server; its events go when the server is scavenged.',
      'the stream was deleted for ever on the server; nothing can follow in it.',
      "the server's settings of the stream cannot be read.",
      'the server keeps a record $metadata in it, which is no event of ours.',
    ]);
    expect(said({ tag: 'ServerRecord', stream, type: '$metadata' })[1]).toBe(
      'de server bewaart er een $metadata in; dat is geen gebeurtenis van ons.',
    );
  });
});
