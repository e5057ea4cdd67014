export declare const postgresAbsent: string | undefined;
export declare const startPostgres: () => Promise<{
  readonly url: string;
  readonly stop: () => Promise<void>;
}>;
