import { figures } from './figures.js';
import { keepsLaws } from './keeps-laws.js';

keepsLaws(figures, 1);
