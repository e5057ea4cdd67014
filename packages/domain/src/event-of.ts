/** An event: what happened, and what is known of it. */
export interface EventOf<T extends string, D> {
  readonly type: T;
  readonly data: D;
}
