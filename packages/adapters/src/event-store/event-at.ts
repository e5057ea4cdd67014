/** What a log has at the place of a checkpoint. */
export type EventAt =
  /** an event stands just before it */
  | { readonly tag: 'Stands'; readonly eventId: string }
  /** the log goes on beyond that place, but what stood there was removed */
  | { readonly tag: 'Removed' }
  /** the log ends before it, or has no such place: it is another log, or one that was set back */
  | { readonly tag: 'NotReached' };
