import { keepsLaws } from './keeps-laws.js';
import { ledger } from './ledger.js';

keepsLaws(ledger, 0.1);
