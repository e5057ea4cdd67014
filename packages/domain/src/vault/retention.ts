import { yearsLater } from '../time/amsterdam.js';
import type { Instant } from '../time/instant.js';

/** After so many years personal data is out of sight, and after so many it is destroyed (domain: "Personal data"). */
const years = { inSight: 5, kept: 10 };

/** From when on a text that was kept since then is out of sight. */
export const outOfSightFrom = (keptSince: Instant): Instant => yearsLater(keptSince, years.inSight);

/** From when on a text that was kept since then is to be destroyed. */
export const destroyFrom = (keptSince: Instant): Instant => yearsLater(keptSince, years.kept);

/** Where personal data stands in its time. */
export type RetentionStage = 'in-sight' | 'out-of-sight' | 'over';

/** Where a text that was kept since then stands now. */
export const retentionStage = (keptSince: Instant, now: Instant): RetentionStage => {
  if (now >= destroyFrom(keptSince)) return 'over';
  return now >= outOfSightFrom(keptSince) ? 'out-of-sight' : 'in-sight';
};
