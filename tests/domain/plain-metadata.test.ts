import { domainRegistry, Metadata, type StoredEvent } from '@burgernet/domain';
import { dataOf } from '@burgernet/domain/testing';
import fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { runs } from '../support/runs.js';

const registry = domainRegistry();

const storedWith = (metadata: string): StoredEvent => ({
  position: 1,
  stream: 'burgernet.mailing-6f1f0b6e-3c5e-4d1e-9f5d-0a4b7c2d9e10',
  revision: 0,
  eventId: '0f0f0b6e-3c5e-4d1e-9f5d-0a4b7c2d9e11',
  type: 'MailingAssessed',
  schemaVersion: 1,
  recordedAt: '2021-05-14T18:03:00.000Z',
  data: '{"relevant":true,"toTheCase":false}',
  metadata,
});

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const agrees = (text: string): void => {
  const read = registry.decode(storedWith(text));
  const value = parsed(text);
  expect(E.isRight(read)).toBe(Metadata.is(value));
  if (E.isRight(read)) {
    expect(read.right.metadata).toEqual(value);
    expect(read.right.isReconstructed).toBe(read.right.metadata.source?.reconstructed === true);
  } else expect(read.left.reason).toBe('malformed-metadata');
};

/** One change of one character, or of a piece of the text. */
const edits = fc.record({
  at: fc.nat(),
  cut: fc.nat(3),
  add: fc.oneof(
    fc.constantFrom('', ' ', '\n', '"', '}', ',', '\\', '\\u0061', '0', 'g', 'A', '-', 'é', '{}', 'null'),
    fc.string({ maxLength: 3 }),
  ),
});

describe('metadata that are recognised by their text', () => {
  it('are read as the codec reads them, however they are written', () => {
    fc.assert(
      fc.property(dataOf(Metadata), fc.nat(), fc.constantFrom(undefined, 1, '\t'), (value, turn, space) => {
        const entries = Object.entries(Object(value));
        const at = turn % (entries.length + 1);
        agrees(JSON.stringify(value));
        agrees(
          JSON.stringify(Object.fromEntries([...entries.slice(at), ...entries.slice(0, at)]), null, space),
        );
      }),
      { numRuns: runs },
    );
  });

  it('are refused where the codec refuses them, whatever was done to the text', () => {
    fc.assert(
      fc.property(dataOf(Metadata), edits, (value, { at, cut, add }) => {
        const text = JSON.stringify(value);
        const place = at % (text.length + 1);
        agrees(text.slice(0, place) + add + text.slice(place + cut));
        agrees(text + add);
      }),
      { numRuns: runs },
    );
  });

  const metadata = {
    actorId: '6f1f0b6e-3c5e-4d1e-9f5d-0a4b7c2d9e10',
    role: 'system',
    commandId: '6f1f0b6e-3c5e-4d1e-9f5d-0a4b7c2d9e11',
    correlationId: '6f1f0b6e-3c5e-4d1e-9f5d-0a4b7c2d9e12',
    causationId: '6f1f0b6e-3c5e-4d1e-9f5d-0a4b7c2d9e13',
  };

  it.each([
    ['a line more', '\n'],
    ['a second value', '\n{}'],
    ['a line of something else', '\nx'],
  ])('are not taken for whole where %s follows', (_, more) => agrees(`${JSON.stringify(metadata)}${more}`));

  it('have a text in every field that they must have', () => {
    for (const field of Object.keys(metadata))
      for (const other of [1, null, {}, [], '']) agrees(JSON.stringify({ ...metadata, [field]: other }));
  });

  it('are not those of an id of which a character is another', () => {
    const { actorId } = metadata;
    for (let at = 0; at < actorId.length; at++)
      for (const other of ['g', 'A', '/', ':', '\x7f', 'é'])
        agrees(
          JSON.stringify({ ...metadata, actorId: actorId.slice(0, at) + other + actorId.slice(at + 1) }),
        );
  });
});
