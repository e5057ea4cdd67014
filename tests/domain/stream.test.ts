import { isStreamId, parseStream, streamOf } from '@burgernet/domain';
import { describe, expect, it } from 'vitest';
import { uuid } from './an-action.js';

describe('a stream’s name', () => {
  it.each([
    ['action', uuid(1)],
    ['mailing', uuid(2)],
    ['municipality', 'GM0344-2021'],
    ['publication', uuid(3)],
    ['vault', uuid(4)],
  ] as const)('of the kind %s is read back to what it was made of', (kind, id) => {
    expect(streamOf(kind, id)).toBe(`burgernet.${kind}-${id}`);
    expect(parseStream(streamOf(kind, id))).toEqual({ kind, id });
    expect(parseStream(streamOf(kind, id, 'shared.town'), 'shared.town')).toEqual({ kind, id });
    expect(parseStream(streamOf(kind, id, 'other'))).toBeUndefined();
    expect(isStreamId(kind, id)).toBe(true);
  });

  it.each([
    'burgernet.action-GM0344-2021',
    'burgernet.municipality-GM0344',
    'burgernet.municipality-GM344-2021',
    `burgernet.municipality-${uuid(1)}`,
    `burgernet.action-${uuid(1)}0`,
    `burgernet.action-${uuid(1)}\n`,
    `burgernet.action-${uuid(1)}`.replace('8000', 'A000'),
    `burgernet.vaults-${uuid(1)}`,
    `$et-burgernet.action-${uuid(1)}`,
    'burgernet',
    '',
  ])('is not %j', (name) => {
    expect(parseStream(name)).toBeUndefined();
  });
});
