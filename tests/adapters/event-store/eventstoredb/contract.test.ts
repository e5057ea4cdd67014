import { eventStoreContract } from '../../../contracts/event-store.js';
import { describeReal, openReal } from '../../../support/real-server.js';

describeReal('a real EventStoreDB', () => {
  eventStoreContract('EventStoreDB store', (prefix) =>
    openReal({ mode: 'write', prefix, positions: 'counted' }),
  );
});
