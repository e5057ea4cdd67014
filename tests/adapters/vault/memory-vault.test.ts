import { memoryVault } from '@burgernet/adapters';
import { vaultContract } from '../../contracts/vault.js';

vaultContract('memory vault', async () => memoryVault());
