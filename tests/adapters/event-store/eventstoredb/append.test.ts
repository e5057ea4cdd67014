import { status as code } from '@grpc/grpc-js';
import { describe, expect, it, vi } from 'vitest';
import { goingDown, MisbehavingServer, type Mischief } from '../../../support/misbehaving-server.js';
import { done, refused } from '../../../support/outcome.js';
import { sampleEvent, sampleEvents } from '../../../support/sample-event.js';
import { limits, storeOn, stream } from './on-server.js';

const batch = () => ({ stream, expected: 'no-stream', events: sampleEvents(2) }) as const;

/** Ways to lose the answer to the first append; a good server answers the next. */
const losses: ReadonlyArray<readonly [string, Mischief['append']]> = [
  ['stores and keeps silent', (apply) => void apply()],
  ['keeps silent and stores nothing', () => undefined],
  [
    'stores and ends the call cleanly',
    (apply, call) => {
      apply();
      call.end();
    },
  ],
  ['ends the call cleanly and stores nothing', (_, call) => void call.end()],
  [
    'stores and fails',
    (apply, call) => {
      apply();
      call.emit('error', goingDown);
    },
  ],
  ['fails and stores nothing', (_, call) => void call.emit('error', goingDown)],
  [
    'stores and answers under another correlation',
    (apply, call) => {
      const answer = apply();
      answer.clearCorrelationId();
      call.write(answer);
    },
  ],
];

describe('an append to a server that', () => {
  it.each(losses)('%s is repeated with the same ids until it is known to stand, once', async (_, lose) => {
    const server = await MisbehavingServer.start();
    const { store, statuses } = await storeOn(server);
    server.mischief.append = (apply, call, nth) =>
      nth === 1 ? lose(apply, call, nth) : void call.write(apply());
    expect(await done(store.append(batch()))).toMatchObject({
      firstRevision: 0,
      lastRevision: 1,
      repeated: false,
    });
    expect(server.log).toHaveLength(2);
    expect(server.appends).toBe(2);
    expect(statuses).toMatchObject([
      { tag: 'Interrupted', what: 'append', attempt: 1 },
      { tag: 'Resumed', what: 'append' },
    ]);
  });

  it('answers later than it may harms nobody: the answer is passed over', async () => {
    const server = await MisbehavingServer.start();
    const { store } = await storeOn(server);
    const late: (() => void)[] = [];
    server.mischief.append = (apply, call, nth) => {
      const answer = apply();
      if (nth === 1) late.push(() => void call.write(answer));
      else {
        call.write(answer);
        for (const tell of late) tell();
      }
    };
    await done(store.append(batch()));
    await done(store.append({ stream, expected: 1, events: sampleEvents(1) }));
    expect(server.log).toHaveLength(3);
  });

  it('never answers leaves the outcome unknown, and says so after a bounded number of attempts', async () => {
    const server = await MisbehavingServer.start();
    const { store, statuses } = await storeOn(server);
    server.mischief.append = (apply) => void apply();
    const given = batch();
    expect(await refused(store.append(given))).toMatchObject({ tag: 'OutcomeUnknown', stream });
    expect(server.appends).toBe(limits.attempts);
    expect(server.log).toHaveLength(2);
    expect(statuses.map((status) => 'pause' in status && status.pause)).toEqual([4, 8, 8]);
    server.behave();
    expect(await done(store.append(given))).toMatchObject({
      firstRevision: 0,
      lastRevision: 1,
      repeated: true,
    });
    expect(server.log).toHaveLength(2);
  });

  it('never answers and then lets this user do no more leaves it unknown too', async () => {
    const server = await MisbehavingServer.start();
    const { store } = await storeOn(server);
    server.mischief.append = (apply, call, nth) =>
      void (nth === 1 ? apply() : call.emit('error', { code: code.PERMISSION_DENIED }));
    expect(await refused(store.append(batch()))).toMatchObject({ tag: 'OutcomeUnknown', stream });
    expect(server.log).toHaveLength(2);
    const other = { stream: `${stream}0`, expected: 'no-stream', events: sampleEvents(1) } as const;
    expect(await refused(store.append(other))).toMatchObject({ tag: 'StoreUnavailable' });
  });

  it('never answers ends appendAll with the same, and what stood before it stands', async () => {
    const server = await MisbehavingServer.start();
    const { store } = await storeOn(server);
    server.mischief.append = (apply, call, nth) => (nth === 1 ? void call.write(apply()) : undefined);
    const more = { stream, expected: 1, events: sampleEvents(1) };
    expect(await refused(store.appendAll([batch(), more]))).toMatchObject({ tag: 'OutcomeUnknown' });
    expect(server.log).toHaveLength(2);
  });

  it('is down is told apart: nothing was sent, so nothing can be stored', async () => {
    const server = await MisbehavingServer.start();
    const { store } = await storeOn(server);
    await done(store.append(batch()));
    server.stop();
    const other = { stream: `${stream}-other`, expected: 'no-stream', events: sampleEvents(1) } as const;
    const error = await refused(store.append(other));
    expect(error).toMatchObject({
      tag: 'StoreUnavailable',
      text: { en: expect.stringContaining('127.0.0.1') },
    });
  });

  it('gives a wrong revision is not believed: the stream itself says where the batch stands', async () => {
    const server = await MisbehavingServer.start();
    const { store } = await storeOn(server);
    server.mischief.append = (apply, call) => {
      const answer = apply();
      answer.getSuccess()?.setCurrentRevision('7');
      call.write(answer);
    };
    await done(store.append(batch()));
    expect(await done(store.append({ stream, expected: 1, events: sampleEvents(3) }))).toMatchObject({
      firstRevision: 2,
      lastRevision: 4,
    });
  });

  it('says that it stores what it does not show leaves the outcome unknown, also where the store is closed meanwhile', async () => {
    const server = await MisbehavingServer.start();
    const { store } = await storeOn(server);
    server.mischief.append = (apply, call) => {
      call.write(apply());
      server.scavenged.add(0).add(1);
      void store.close();
    };
    expect(await refused(store.append(batch()))).toMatchObject({ tag: 'OutcomeUnknown', stream });
    expect(server.log).toHaveLength(2);
  });

  it('leaves out the last events of the stream is not asked for ever, and the writer learns what may be wrong', async () => {
    const server = await MisbehavingServer.start();
    const { store } = await storeOn(server);
    await done(store.append(batch()));
    for (const index of server.log.keys()) server.scavenged.add(index);
    const other = (await storeOn(server)).store;
    const error = await refused(other.append(batch()));
    expect(error).toMatchObject({ tag: 'StoreUnavailable' });
    expect(error.text.en).toContain('burgernet check');
    expect(server.log).toHaveLength(2);
  });

  it('knows that another wrote before it shows what he wrote is asked until it does', async () => {
    const server = await MisbehavingServer.start();
    const { store } = await storeOn(server);
    await done(store.append(batch()));
    const attempts = 11;
    const other = (await storeOn(server, { limits: { ...limits, attempts } })).store;
    await done(store.append({ stream, expected: 1, events: sampleEvents(1) }));
    server.scavenged.add(2);
    const before = server.reads;
    server.mischief.read = (serve, _, nth) => {
      if (nth - before === attempts - 1) server.scavenged.delete(2);
      serve();
    };
    expect(await refused(other.append({ stream, expected: 1, events: sampleEvents(1) }))).toMatchObject({
      tag: 'RevisionConflict',
      actual: 2,
    });
  });

  it('says that another batch stands than was read finds out whose it is', async () => {
    const server = await MisbehavingServer.start();
    const [one, other] = [await storeOn(server), await storeOn(server)];
    const event = sampleEvent();
    const [mine, theirs] = [event, { ...event, data: '{"line":"app"}' }].map(
      (each) => ({ stream, expected: 'no-stream', events: [each] }) as const,
    );
    if (mine === undefined || theirs === undefined) throw new Error('two batches');
    // Both have seen that the stream is not there.
    await Promise.all([done(one.store.read(stream)), done(other.store.read(stream))]);
    const outcomes = [await done(one.store.append(mine)), await done(other.store.append(theirs))];
    expect(outcomes.map(({ repeated }) => repeated)).toEqual([false, true]);
    expect(server.log).toHaveLength(1);
  });
});

describe('a pending append', () => {
  it('is not harmed when a call of another client breaks', async () => {
    const server = await MisbehavingServer.start();
    const [one, other] = [await storeOn(server), await storeOn(server)];
    const held: (() => void)[] = [];
    server.mischief.append = (apply, call, nth) => {
      if (nth === 1) held.push(() => void call.write(apply()));
      else if (nth === 2) call.emit('error', goingDown);
      else call.write(apply());
    };
    const pending = one.store.append(batch())();
    await vi.waitFor(() => expect(held).toHaveLength(1));
    await done(other.store.append({ ...batch(), stream: `${stream}-other` }));
    for (const answer of held) answer();
    expect(await pending).toMatchObject({ _tag: 'Right', right: { repeated: false } });
    expect(server.appends).toBe(3);
    expect(one.statuses).toEqual([]);
  });

  it('has an unknown outcome where the store is closed meanwhile, for it may stand; what was not sent has not', async () => {
    const server = await MisbehavingServer.start();
    const { store } = await storeOn(server);
    server.mischief.append = (apply) => void apply();
    const pending = refused(store.append(batch()));
    await vi.waitFor(() => expect(server.appends).toBe(1));
    await store.close();
    expect(await pending).toMatchObject({ tag: 'OutcomeUnknown', stream });
    expect(server.log).toHaveLength(2);
    expect(await refused(store.append(batch()))).toMatchObject({ tag: 'StoreUnavailable' });
  });

  it('is not harmed when a follower of the same store is dropped', async () => {
    const server = await MisbehavingServer.start();
    const { store } = await storeOn(server);
    const held: (() => void)[] = [];
    server.mischief.append = (apply, call, nth) => {
      if (nth === 1) held.push(() => void call.write(apply()));
      else call.write(apply());
    };
    const subscription = store.follow(0).subscribe();
    await vi.waitFor(() => expect(server.subscriptions.size).toBe(1));
    const pending = store.append(batch())();
    await vi.waitFor(() => expect(held).toHaveLength(1));
    server.cut('fails');
    await vi.waitFor(() => expect(server.resumedFrom).toHaveLength(2));
    for (const answer of held) answer();
    expect(await pending).toMatchObject({ _tag: 'Right' });
    expect(server.log).toHaveLength(2);
    subscription.unsubscribe();
  });
});

describe('a store on a server', () => {
  it('sends data as it is, to the byte, whatever a JSON reader would make of it', async () => {
    const server = await MisbehavingServer.start();
    const { store } = await storeOn(server);
    const data = '{ "n":1.0e+2, "n" : 90071992547409931234, "s":"\\u00e9 💚" }\n';
    await done(store.append({ stream, expected: 'no-stream', events: [sampleEvent({ data })] }));
    expect(server.log[0]?.data).toBe(data);
    expect(await done(store.read(stream))).toMatchObject([{ data }]);
  });

  it('tells the server what belongs together by the names that EventStoreDB has for it', async () => {
    const server = await MisbehavingServer.start();
    const { store } = await storeOn(server);
    const metadata = '{"correlationId":"c-1",  "causationId":"c-2","role":"system"}';
    await done(store.append({ stream, expected: 'no-stream', events: [sampleEvent({ metadata })] }));
    expect(JSON.parse(server.log[0]?.metadata ?? '')).toEqual({
      schemaVersion: 1,
      recordedAt: '2021-05-14T18:03:00.000Z',
      $correlationId: 'c-1',
      $causationId: 'c-2',
      metadata: JSON.parse(metadata),
    });
    expect(await done(store.read(stream))).toMatchObject([{ metadata }]);
  });

  it('refuses a batch that is more than any server takes at once, and sends nothing of it', async () => {
    const server = await MisbehavingServer.start();
    const { store } = await storeOn(server);
    const half = JSON.stringify('é'.repeat(4 * 1024 * 1024));
    const [one, two] = sampleEvents(2).map((event) => ({ ...event, data: half }));
    if (one === undefined || two === undefined) throw new Error('two events');
    const error = await refused(store.append({ stream, expected: 'no-stream', events: [one, two] }));
    expect(error).toMatchObject({ tag: 'NotStorable', text: { en: expect.stringContaining('at once') } });
    expect(server.appends).toBe(0);
  });

  it('says that a batch stands also where its events can be counted no more', async () => {
    const server = await MisbehavingServer.start();
    const { store } = await storeOn(server, { positions: 'counted' });
    server.mischief.append = (apply, call) => {
      server.mischief.read = (_, read) => void read.emit('error', { code: code.PERMISSION_DENIED });
      call.write(apply());
    };
    expect(await done(store.append(batch()))).toMatchObject({ lastRevision: 1, position: 0 });
  });

  it('takes no event when it was opened for reading', async () => {
    const server = await MisbehavingServer.start();
    const { store } = await storeOn(server, { mode: 'read' });
    expect(await refused(store.append(batch()))).toMatchObject({ tag: 'StoreUnavailable' });
    expect(server.appends).toBe(0);
  });

  it.each([
    ['an id that is no UUID', { eventId: 'one' }],
    ['an id in capitals', { eventId: '0A7B3C1E-1111-4222-8333-944455556666' }],
    ['a type of the server itself', { type: '$>' }],
    ['no type', { type: '' }],
  ])('refuses %s, which the server would not give back as it was', async (_, wrong) => {
    const server = await MisbehavingServer.start();
    const { store } = await storeOn(server);
    const events = [sampleEvent(wrong)] as const;
    expect(await refused(store.append({ stream, expected: 'no-stream', events }))).toMatchObject({
      tag: 'NotStorable',
    });
    expect(server.appends).toBe(0);
  });
});
