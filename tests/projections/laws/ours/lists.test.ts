import { keepsLaws } from './keeps-laws.js';
import { lists } from './lists.js';

keepsLaws(lists, 0.25);
