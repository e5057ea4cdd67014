import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openEventStoreDb, parseStoreUrl } from '@burgernet/adapters';
import { generate } from 'selfsigned';
import { describe, expect, it } from 'vitest';
import { MisbehavingServer, type ServerTls } from '../../../support/misbehaving-server.js';
import { done, refused } from '../../../support/outcome.js';
import { sampleEvents } from '../../../support/sample-event.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { limits, storeOn, stream } from './on-server.js';

/** A certificate for this machine, made for one test, in a file of its own. */
const madeUp = async (): Promise<ServerTls> => {
  const { private: key, cert: certificate } = await generate([{ name: 'commonName', value: 'localhost' }], {
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] }],
  });
  const certificateFile = join(await temporaryFolder(), 'ca.pem');
  await writeFile(certificateFile, certificate);
  return { key, certificate, certificateFile, user: 'ops', password: 'p%40ss' };
};

const basic = `Basic ${Buffer.from('ops:p@ss').toString('base64')}`;

describe('a store on a server with TLS and users', () => {
  it('says who it is in every call, and appends still go one after the other over one call', async () => {
    const server = await MisbehavingServer.start(await madeUp());
    const { store } = await storeOn(server);
    const events = sampleEvents(3);
    for (const [at, event] of events.entries())
      await done(store.append({ stream, expected: at === 0 ? 'no-stream' : at - 1, events: [event] }));
    expect(await done(store.read(stream))).toHaveLength(3);
    expect(server.appends).toBe(3);
    expect(server.appendCalls).toBe(1);
    expect(server.authorizations.length).toBeGreaterThan(1);
    expect(new Set(server.authorizations)).toEqual(new Set([basic]));
  });

  it('does not speak to one that proves to be somebody else', async () => {
    const server = await MisbehavingServer.start(await madeUp());
    const { certificateFile } = await madeUp();
    const address = server.address.replace(/tlsCAFile=.*/, `tlsCAFile=${certificateFile}`);
    const parsed = parseStoreUrl(address);
    if (parsed._tag === 'Left' || parsed.right.scheme !== 'esdb') throw new Error('No address of a server.');
    const opened = await refused(openEventStoreDb(parsed.right.server, { mode: 'write', limits }));
    expect(opened).toMatchObject({ tag: 'StoreUnavailable' });
    expect(JSON.stringify(opened)).not.toContain('p@ss');
    expect(server.authorizations).toEqual([]);
  });
});
