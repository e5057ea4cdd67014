/** What a store says of one of our streams beside its events. */
export type Remark =
  /** the store leaves out events of the stream, or will when it tidies up */
  | {
      readonly tag: 'StreamTruncated';
      readonly stream: string;
      /** how many of the last events stay; absent where that is not limited */
      readonly maxCount?: number;
      /** how long an event stays, in seconds; absent where that is not limited */
      readonly maxAge?: number;
      /** the first revision that stays; absent where none was named */
      readonly before?: number;
    }
  /** the stream was deleted; who appends to it goes on behind its last revision */
  | { readonly tag: 'StreamDeleted'; readonly stream: string }
  /** the stream was deleted for ever */
  | { readonly tag: 'StreamTombstoned'; readonly stream: string }
  /** the settings of the stream cannot be read */
  | { readonly tag: 'StreamSettingsMalformed'; readonly stream: string }
  /** a record that is no event of ours and of a type that only servers write */
  | { readonly tag: 'ServerRecord'; readonly stream: string; readonly type: string };
