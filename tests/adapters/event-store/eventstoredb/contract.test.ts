import { openEventStoreDb, parseStoreUrl } from '@burgernet/adapters';
import { eventStoreContract } from '../../../contracts/event-store.js';
import { MisbehavingServer } from '../../../support/misbehaving-server.js';
import { done } from '../../../support/outcome.js';
import { describeReal, openReal } from '../../../support/real-server.js';

// What a server does when it behaves: the adapter keeps the contract also where there is no real one to ask.
eventStoreContract('EventStoreDB store, on the server of the tests', async (prefix) => {
  const address = parseStoreUrl((await MisbehavingServer.start()).address);
  if (address._tag === 'Left' || address.right.scheme !== 'esdb') throw new Error('No address of a server.');
  return done(openEventStoreDb(address.right.server, { mode: 'write', prefix, positions: 'counted' }));
});

describeReal('a real EventStoreDB', () => {
  eventStoreContract('EventStoreDB store', (prefix) =>
    openReal({ mode: 'write', prefix, positions: 'counted' }),
  );
});
