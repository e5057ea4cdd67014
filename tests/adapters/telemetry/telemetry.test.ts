import { join } from 'node:path';
import {
  followThrough,
  load,
  memoryStore,
  openStore,
  readThrough,
  runCommand,
  traced,
} from '@burgernet/adapters';
import { domainRegistry, Uuid } from '@burgernet/domain';
import { valid } from '@burgernet/domain/testing';
import { ReadModels } from '@burgernet/projections';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { eventStoreContract } from '../../contracts/event-store.js';
import { done, refused } from '../../support/outcome.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { ask, depsOn, starting, stream } from '../commands/on-the-action.js';
import { listening } from './listening.js';

const registry = domainRegistry();
const correlation = valid(Uuid, '7d0fbc1c-9f0b-4e5c-8a54-0d2f5f1b7a10');
const linked = { traceId: correlation.replaceAll('-', ''), spanId: '8a540d2f5f1b7a10' };

eventStoreContract('traced memory store', async () => traced(memoryStore(), 'memory'));

describe('spans', () => {
  it('are made of a command and of its append within it, linked by their correlation', async () => {
    const { spans } = listening();
    const deps = depsOn(traced(memoryStore(), 'memory'));
    await done(runCommand(deps)(starting({ correlationId: correlation })));
    const [append, command] = spans();
    expect(command).toMatchObject({
      name: 'burgernet.command',
      attributes: {
        'burgernet.command': 'StartAction',
        'burgernet.stream_kind': 'action',
        'burgernet.outcome': 'done',
      },
    });
    expect(append).toMatchObject({
      name: 'burgernet.append',
      attributes: { 'db.system.name': 'memory', 'db.operation.batch.size': 1, 'burgernet.outcome': 'done' },
    });
    expect(append?.parentSpanContext?.spanId).toBe(command?.spanContext().spanId);
    for (const span of [append, command]) expect(span?.links[0]?.context).toMatchObject(linked);
  });

  it('say by which rule a command was refused, and nothing of what it said', async () => {
    const { spans } = listening();
    const deps = depsOn(traced(memoryStore(), 'memory'));
    const secret = 'a-reference-to-a-message';
    await refused(
      runCommand(deps)(ask('dispatcher', '18:05', 'RuleOutSuccess', { reason: { code: secret } })),
    );
    expect(spans('burgernet.command')).toHaveLength(1);
    expect(spans('burgernet.command')[0]?.attributes['burgernet.outcome']).not.toBe('done');
    expect(JSON.stringify(spans().map(({ attributes, status }) => ({ attributes, status })))).not.toContain(
      secret,
    );
  });

  it('are made of a replay and of every page that a projection handled', async () => {
    const { spans } = listening();
    const store = traced(memoryStore(), 'memory');
    await done(runCommand(depsOn(store))(starting({ correlationId: correlation })));
    await done(load(store, registry, new ReadModels()));
    expect(spans('burgernet.replay')).toMatchObject([
      { attributes: { 'db.system.name': 'memory', 'burgernet.events': 1 } },
    ]);
    const [page] = spans('burgernet.project');
    expect(page?.attributes).toMatchObject({
      'messaging.batch.message_count': 1,
      'burgernet.position': 1,
    });
    expect(page?.links[0]?.context).toMatchObject(linked);
  });

  it('are made by a store that was opened by its address', async () => {
    const { spans } = listening();
    const file = join(await temporaryFolder(), 'store.db');
    const store = await done(openStore(`sqlite:${file}`, 'write'));
    await done(runCommand(depsOn(store))(starting()));
    await store.close();
    expect(spans('burgernet.append')).toMatchObject([{ attributes: { 'db.system.name': 'sqlite' } }]);
  });
});

describe('metrics', () => {
  it('count what was handled and what could not be read', async () => {
    const { values } = listening();
    const store = memoryStore();
    await done(runCommand(depsOn(store))(starting()));
    const [event] = await done(store.read(stream));
    if (event === undefined) throw new Error('The action was started.');
    const { position: _, revision: __, stream: ___, ...content } = event;
    await done(
      store.append({
        stream,
        expected: 0,
        events: [{ ...content, eventId: correlation, type: 'Unheard' }],
      }),
    );
    await done(readThrough(store, { registry }));
    expect(await values('burgernet.events.handled')).toEqual([2]);
    expect(await values('burgernet.events.quarantined')).toEqual([1]);
  });

  it('tell that a reader lags until it has caught up', async () => {
    const { values } = listening();
    const store = memoryStore();
    await done(runCommand(depsOn(store))(starting()));
    let release = (): void => {};
    const paced = new Promise<void>((resolve) => {
      release = resolve;
    });
    const told: string[] = [];
    const reader = followThrough(store, { registry, pace: () => paced }).subscribe(({ tag }) =>
      told.push(tag),
    );
    onTestFinished(() => reader.unsubscribe());
    await vi.waitFor(() => expect(told).toEqual(['Handled']));
    await new Promise((resolve) => setTimeout(resolve, 5));
    const [behind] = await values('burgernet.lag');
    expect(behind).toBeGreaterThan(0);
    release();
    await vi.waitFor(() => expect(told).toEqual(['Handled', 'CaughtUp']));
    expect(await values('burgernet.lag')).toEqual([0]);
  });
});
