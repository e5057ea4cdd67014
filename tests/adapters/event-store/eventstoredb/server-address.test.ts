import { openEventStoreDb, parseStoreUrl } from '@burgernet/adapters';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { storeFailure } from '../../../../packages/adapters/src/cli/store-failure.js';
import { withoutCredentials } from '../../../../packages/adapters/src/event-store/eventstoredb/server-address.js';
import { MisbehavingServer } from '../../../support/misbehaving-server.js';
import { done, refused } from '../../../support/outcome.js';

const read = (url: string, environment: NodeJS.ProcessEnv = {}) => parseStoreUrl(url, environment);
const server = (url: string, environment?: NodeJS.ProcessEnv) => {
  const address = read(url, environment);
  if (address._tag === 'Left') throw new Error(address.left.text.en);
  if (address.right.scheme !== 'esdb') throw new Error('That is no server.');
  return address.right.server;
};

describe('the address of a server', () => {
  it('names hosts, a port where it is not 2113, and settings in any case', () => {
    expect(server('esdb://one:2114,two?TLS=false&node_preference=Follower')).toEqual({
      discover: false,
      hosts: [
        { address: 'one', port: 2114 },
        { address: 'two', port: 2113 },
      ],
      credentials: undefined,
      nodePreference: 'follower',
      options: { tls: 'false' },
    });
    expect(server('esdb+discover://cluster.example/').discover).toBe(true);
  });

  it('holds user and password, percent-encoded, or leaves them to the environment', () => {
    expect(server('esdb://u:p%40%3A%2F@one').credentials).toEqual({ username: 'u', password: 'p@:/' });
    const environment = { BURGERNET_ESDB_USERNAME: 'e', BURGERNET_ESDB_PASSWORD: 'f:@' };
    expect(server('esdb://one', environment).credentials).toEqual({ username: 'e', password: 'f:@' });
    expect(server('esdb://u@one', environment).credentials).toEqual({ username: 'u', password: 'f:@' });
    expect(server('esdb://u:p@one', environment).credentials).toEqual({ username: 'u', password: 'p' });
  });

  it('may hold settings of the client that mean nothing here', () => {
    expect(server('esdb://one?throwOnAppendFailure=false&defaultDeadline=5').options).toEqual({});
  });

  it.each([
    'esdb:',
    'esdb://',
    'esdb://?tls=false',
    'esdb://one:99999',
    'esdb://one:two',
    'esdb://one?tls=maybe',
    'esdb://one?tlsx=false',
    'esdb://one?keepAliveInterval=soon',
    'esdb://u@one',
    'esdb://:p@one',
    'esdb://u:%zz@one',
  ])('is refused in one sentence, %s', (url) => {
    expect(read(url)).toMatchObject({ _tag: 'Left', left: { tag: 'AddressMalformed' } });
  });

  it('never shows a password in what is said of it, however malformed it is', () => {
    const secret = fc.stringMatching(/^[a-z]{12}$/);
    fc.assert(
      fc.property(
        secret,
        fc.constantFrom('esdb://', 'esdb+discover://', 'esbd://', 'http://', 'esdb:', 'esbd:', 'esbd:/', ''),
        fc.constantFrom('', '@', '@one:x', '@one?tls=x', '@one?y=z', '@one,,two', '@@one:2'),
        fc.constantFrom('', '/', '\n'),
        (password, scheme, rest, sign) => {
          const url = `${scheme}user:${sign}${password}@one${rest}`;
          const address = read(url);
          if (address._tag === 'Left')
            expect(JSON.stringify([address.left, storeFailure(url)(address.left)])).not.toContain(password);
        },
      ),
    );
  });

  it('is no name of a file, which is shown whole', () => {
    expect(withoutCredentials('sqlite:of/me@work/b.db')).toBe('sqlite:of/me@work/b.db');
  });
});

describe('a store on a server', () => {
  const limits = { attempts: 2, pause: 1, longestPause: 1 };

  it('that is not there is unavailable, and the password stays unsaid', async () => {
    const address = server('esdb://someone:unsayable@127.0.0.1:9?tls=false');
    const error = await refused(openEventStoreDb(address, { mode: 'read', limits }));
    expect(error).toMatchObject({ tag: 'StoreUnavailable' });
    expect(JSON.stringify(error)).toContain('127.0.0.1:9');
    expect(JSON.stringify(error)).not.toMatch(/unsayable|someone/);
  });

  it('of which no host is there is unavailable too', async () => {
    const address = server(
      'esdb://127.0.0.1:9,127.0.0.1:10?tls=false&maxDiscoverAttempts=1&discoveryInterval=1',
    );
    expect(await refused(openEventStoreDb(address, { mode: 'read', limits }))).toMatchObject({
      tag: 'StoreUnavailable',
    });
  });

  it.each(['esdb', 'esdb+discover'])(
    'of which the first host is not there is found by the next, %s',
    async (scheme) => {
      const { port } = await MisbehavingServer.start();
      const address = server(`${scheme}://127.0.0.1:9,127.0.0.1:${port}?tls=false`);
      const store = await done(openEventStoreDb(address, { mode: 'read', limits }));
      expect(await done(store.lastPosition)).toBe(0);
      await store.close();
    },
  );

  it('whose CA file is not there says so', async () => {
    const address = server('esdb://127.0.0.1:9?tlsCAFile=nowhere.crt');
    expect(await refused(openEventStoreDb(address, { mode: 'read', limits }))).toMatchObject({
      tag: 'StoreUnavailable',
      text: { en: expect.stringContaining('nowhere.crt') },
    });
  });
});
