import { type DomainEvent, domainRegistry, parseStream, type StoredEvent, streamOf } from '@burgernet/domain';
import { damagedHistories } from '@burgernet/domain/testing';
import { type EventFold, project, RunningFold } from '@burgernet/projections';
import fc from 'fast-check';
import { from } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { log, uuid } from '../support/log.js';
import { runs, size } from '../support/runs.js';
import { marked, start } from '../support/said.js';

const registry = domainRegistry();

/** The types of events, stream by stream. */
const types: EventFold<ReadonlyArray<readonly [string, DomainEvent['type']]>> = {
  initial: () => [],
  handle: (seen, { stream, event }) => [...seen, [stream.slice(-1), event.type]],
};

const fed = (events: ReadonlyArray<StoredEvent>) => {
  const fold = new RunningFold(types);
  const said: unknown[] = [];
  const deliveries = events.map(registry.decode);
  const checkpoint = { position: events.length, token: '' };
  from([
    { tag: 'Deliveries' as const, deliveries, checkpoint, handled: () => said.push('handled') },
    { tag: 'CaughtUp' as const, position: events.length },
  ])
    .pipe(project(fold))
    .subscribe(({ tag, position }) => said.push([tag, position, fold.state.length]));
  return { fold, said };
};

describe('a fold of one’s own', () => {
  it('is fed like a projection, and says how far it is', () => {
    const { fold, said } = fed(log(start(1), start(2), marked(1, '2021-05-14T18:30')));
    expect(fold.state).toEqual([
      ['1', 'ActionStarted'],
      ['2', 'ActionStarted'],
      ['1', 'SuccessMarked'],
    ]);
    expect([fold.position, fold.unreadable]).toEqual([3, []]);
    expect(said).toEqual(['handled', ['Handled', 3, 3], ['CaughtUp', 3, 3]]);
  });

  it('is told nothing more of a stream of which an event could not be read', () => {
    const [one, two, three] = log(start(1), start(2), marked(1, '2021-05-14T18:30'));
    if (one === undefined || two === undefined || three === undefined) throw new Error('Three events.');
    const { fold } = fed([{ ...one, type: 'ActionMoved' }, two, three]);
    expect(fold.state).toEqual([['2', 'ActionStarted']]);
    expect(fold.unreadable.map(({ reason, stored }) => [reason, stored.position])).toEqual([
      ['unknown-type', 1],
    ]);
    expect(fold.position).toBe(3);
  });

  it('goes on where what could not be read was in no stream of ours', () => {
    const [one, two] = log(start(1), start(2));
    if (one === undefined || two === undefined) throw new Error('Two events.');
    const { fold } = fed([{ ...one, stream: `else.${streamOf('action', uuid(1))}` }, two]);
    expect(fold.unreadable.map(({ reason }) => reason)).toEqual(['foreign-stream']);
    expect(fold.state).toEqual([['2', 'ActionStarted']]);
  });

  it('has of a damaged log all other streams, and of its own what stands before the damage', () => {
    fc.assert(
      fc.property(damagedHistories({ size }), ({ stored, broken }) => {
        fc.pre(registry.decode(broken)._tag === 'Left');
        const isFrozen = parseStream(broken.stream) !== undefined;
        const readable = stored.filter(
          ({ stream, position }) =>
            position !== broken.position &&
            (!isFrozen || stream !== broken.stream || position < broken.position),
        );
        const { fold } = fed(stored);
        expect(fold.state).toEqual(fed(readable).fold.state);
        expect(fold.unreadable.map(({ stored: { position } }) => position)).toEqual([broken.position]);
      }),
      { numRuns: Math.ceil(runs / 5) },
    );
  });
});
