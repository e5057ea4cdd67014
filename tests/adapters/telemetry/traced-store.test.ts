import { memoryStore, traced } from '@burgernet/adapters';
import { beforeEach, describe } from 'vitest';
import { eventStoreContract } from '../../contracts/event-store.js';
import { listening } from './listening.js';

describe('a store of which every append and replay is told to somebody who listens', () => {
  beforeEach(() => {
    listening();
  });
  eventStoreContract('traced memory store', async () => traced(memoryStore(), 'memory'));
});
