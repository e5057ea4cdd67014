import { memoryStore } from '@burgernet/adapters';
import { eventStoreContract } from '../../contracts/event-store.js';

eventStoreContract('memory store', async () => memoryStore());
