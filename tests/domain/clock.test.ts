import { defaultTolerance, momentOfRecording, plus } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { moment } from './an-action.js';
import { expectSentences } from './sentences.js';

const stream = 'burgernet.action-x';
const last = moment('18:30');

describe('the moment of recording', () => {
  it('is the writer’s own in a new stream, and where the stream was recorded before it', () => {
    expect(momentOfRecording(stream, undefined, last)).toEqual(E.right(last));
    expect(momentOfRecording(stream, last, last)).toEqual(E.right(last));
    expect(momentOfRecording(stream, last, plus(last, 1))).toEqual(E.right(plus(last, 1)));
  });

  it('is the stream’s last where the writer’s clock is behind by no more than the tolerance', () => {
    expect(momentOfRecording(stream, last, plus(last, -defaultTolerance))).toEqual(E.right(last));
    expect(momentOfRecording(stream, last, plus(last, -10), 10)).toEqual(E.right(last));
  });

  it('is refused beyond that, naming the stream and its last moment', () => {
    const recordedAt = plus(last, -defaultTolerance - 1);
    const refused = momentOfRecording(stream, last, recordedAt);
    expect(refused).toMatchObject({
      left: { tag: 'RecordedBackwards', facts: { stream, last, recordedAt } },
    });
    if (E.isLeft(refused)) expectSentences(refused.left);
    expect(E.isLeft(momentOfRecording(stream, last, plus(last, -1), 0))).toBe(true);
  });
});
