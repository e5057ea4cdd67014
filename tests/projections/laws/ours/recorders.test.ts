import { keepsLaws } from './keeps-laws.js';
import { recorders } from './recorders.js';

keepsLaws(recorders, 0.25, 'duplicates');
