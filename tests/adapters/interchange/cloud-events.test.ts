import { cloudEventLine, memoryStore } from '@burgernet/adapters';
import { domainRegistry, type StoredEvent } from '@burgernet/domain';
import { describe, expect, it } from 'vitest';
import { uuid } from '../../domain/an-action.js';
import { done } from '../../support/outcome.js';
import { depsOn, run, starting, stream } from '../commands/on-the-action.js';
import { exported, imported, into } from './importing.js';

const started = async (): Promise<StoredEvent> => {
  const deps = depsOn();
  const [outcome] = await run(deps, starting({ commandId: uuid(1) }));
  return outcome?.events[0] ?? expect.fail('Nothing was recorded.');
};
const parsed = (line: string): unknown => JSON.parse(line);

describe('a CloudEvent', () => {
  it('has the attributes of the government’s profile', async () => {
    const event = await started();
    expect(parsed(cloudEventLine()(event))).toEqual({
      specversion: '1.0',
      id: event.eventId,
      source: 'urn:nld:burgernet:systeem:burgernet',
      type: 'nl.burgernet.action.action-started.v1',
      subject: stream,
      time: event.recordedAt,
      datacontenttype: 'application/json',
      dataschema: 'urn:nld:burgernet:schema:ActionStarted.v1',
      sequence: '0000000000000001',
      revision: 0,
      metadata: event.metadata,
      data: JSON.parse(event.data),
    });
  });

  it('has attribute names of lower-case letters and digits, at most twenty', async () => {
    const event = await started();
    for (const odd of [event, { ...event, type: 'x y', recordedAt: 'then', data: '{' }])
      for (const name of Object.keys(Object(parsed(cloudEventLine()(odd)))))
        expect(name).toMatch(/^[a-z0-9]{1,20}$/);
  });

  it('has a type of its own for every event of the domain, with one version at most', async () => {
    const event = await started();
    const types = domainRegistry().registrations.map(({ kind, type }) => {
      const subject = `burgernet.${kind}-${kind === 'municipality' ? 'GM0034-2021' : uuid(1)}`;
      return Object(parsed(cloudEventLine()({ ...event, stream: subject, type }))).type;
    });
    expect(new Set(types).size).toBe(types.length);
    for (const type of types) expect(type).toMatch(/^nl\.burgernet\.[a-z]+\.[a-z]+(-[a-z]+)*\.v1$/);
  });

  it('comes from the system that is configured', async () => {
    const line = cloudEventLine(
      'burgernet',
      'urn:nld:oin:00000001234567890000:systeem:burgernet',
    )(await started());
    expect(parsed(line)).toMatchObject({ source: 'urn:nld:oin:00000001234567890000:systeem:burgernet' });
  });

  it.each([
    ['type', { type: 'Action-Moved' }, { eventtype: 'Action-Moved', schemaversion: '1' }],
    ['version', { schemaVersion: 0 }, { eventtype: 'ActionStarted', schemaversion: '0' }],
    [
      'stream',
      { stream: 'elsewhere' },
      { eventtype: 'ActionStarted', schemaversion: '1', subject: 'elsewhere' },
    ],
    ['moment', { recordedAt: 'yesterday' }, { recordedat: 'yesterday' }],
    ['data', { data: '{"a":\n1}' }, { datacontenttype: 'text/plain', data: '{"a":\n1}' }],
    ['metadata', { metadata: '{"a":\n1}' }, { metadatabase64: 'eyJhIjoKMX0=' }],
  ])('loses nothing of a foreign %s', async (_, foreign, attributes) => {
    expect(parsed(cloudEventLine()({ ...(await started()), ...foreign }))).toMatchObject(attributes);
  });

  it('names the schema of its data where this release has one', async () => {
    const event = await started();
    for (const other of [
      { ...event, type: 'ActionMoved' },
      { ...event, schemaVersion: 2 },
      { ...event, data: '{' },
    ])
      expect(parsed(cloudEventLine()(other))).not.toHaveProperty('dataschema');
  });

  it('is restored though others added attributes, changed its source or wrote its time otherwise', async () => {
    const event = await started();
    const line = cloudEventLine()(event)
      .replace('{', '{"traceparent":"00-1","position":7,')
      .replace('urn:nld:burgernet:systeem:burgernet', '//example')
      .replace('"revision":0', '"revision":"0"')
      .replace('application/json', 'application/json; charset=utf-8')
      .replace(event.recordedAt, '2021-05-14T20:03:00+02:00');
    const store = memoryStore();
    expect(await imported(into(store), line)).toMatchObject({ taken: 1, refused: [] });
    expect(await done(store.read(stream))).toEqual([event]);
    expect(await exported(store, 'cloudevents')).toBe(`${cloudEventLine()(event)}\n`);
  });

  it.each([
    ['specversion', '"1.0"', '"0.3"', 'LineMalformed'],
    ['type', 'nl.burgernet.action.', 'nl.other.action.', 'LineMalformed'],
    ['time', '.000Z","datacontenttype', '","datacontenttype', 'LineMalformed'],
    ['data', '"data":', '"data_base64":', 'LineMalformed'],
    ['content type', 'application/json', 'application/xml', 'LineMalformed'],
    ['metadata', '"metadata":', '"metadatum":', 'LineMalformed'],
    ['metadata beside it', '"metadata":', '"metadatabase64":"e30=","metadata":', 'LineMalformed'],
    ['encoding of its metadata', '"metadata":"{', '"metadatabase64":"{', 'LineMalformed'],
    ['revision', '"revision":0', '"revision":"00"', 'LineMalformed'],
    ['subject', `"subject":"${stream}"`, '"subject":"elsewhere"', 'StreamForeign'],
    ['type for its stream', 'action-started', 'mailing-sent', 'EventUnreadable'],
  ])('is refused with another %s', async (_, from, to, tag) => {
    const line = cloudEventLine()(await started());
    expect(line).toContain(from);
    expect(await imported(into(), line.replace(from, to))).toMatchObject({
      taken: 0,
      refused: [{ line: 1, refusal: { tag } }],
    });
  });
});
