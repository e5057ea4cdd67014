import { memoryRefusals } from '@burgernet/adapters';
import { refusalsContract } from '../../contracts/refusals.js';

refusalsContract('memory', async (since) => memoryRefusals(since));
